package io.sallyport.hsm.vectors;

/** What became of a case: on which way it was run, and whether it held. */
record Outcome(Way way, boolean holds) {
    /** It is run by nothing: the table says why. */
    static final Outcome LEFT_OUT = new Outcome(Way.LEFT_OUT, false);
    /** The engine was asked, and refuses such parameters however valid they are. */
    static final Outcome UNSERVED = new Outcome(Way.UNSERVED, false);

    /** The ways of a case, in the order of the table's columns. */
    enum Way {
        COMMAND, PROVIDER, UNSERVED, LEFT_OUT
    }

    static Outcome byCommand(boolean holds) {
        return new Outcome(Way.COMMAND, holds);
    }

    static Outcome byProvider(boolean holds) {
        return new Outcome(Way.PROVIDER, holds);
    }
}
