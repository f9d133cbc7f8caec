package io.sallyport.hsm.process;

import java.util.List;

import io.sallyport.hsm.command.EngineCommand.RetireTerm;
import io.sallyport.hsm.command.EngineCommand.Rewrap;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.InForce;
import io.sallyport.hsm.command.EngineResult.TermStatus;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.process.ObjectSeal.Opened;
import io.sallyport.hsm.seal.SealFault;
import io.sallyport.hsm.seal.Terms;

/** Commands about the terms of the domain. Belongs to one thread. */
final class TermCommands {
    private final Terms terms;
    private final ObjectSeal seal;

    TermCommands(Terms terms, ObjectSeal seal) {
        this.terms = terms;
        this.seal = seal;
    }

    /** The domain keys as the status tells of them. */
    static List<TermStatus> list(Terms terms) {
        return terms.keys().stream()
                .map(key -> new TermStatus(key.term(), key.created(), key.seals())).toList();
    }

    InForce rotate() throws EngineFault {
        try {
            return new InForce(terms.rotate());
        } catch (SealFault e) {
            throw unwritten(e);
        }
    }

    InForce retire(RetireTerm command) throws EngineFault {
        try {
            return switch (terms.retire(command.term())) {
                case DONE -> new InForce(terms.inForce());
                case IN_FORCE -> throw new EngineFault(Reason.POLICY,
                        "The term in force can't be retired: rotate first.");
                case UNKNOWN -> throw new EngineFault(Reason.INVALID_PARAMETERS,
                        "There is no domain key of this term.");
            };
        } catch (SealFault e) {
            throw unwritten(e);
        }
    }

    /** The header stays, and with it the version: to everybody but the engine nothing changed. */
    Wrapped rewrap(Rewrap command) throws EngineFault {
        Opened opened = seal.open(command.object());
        return seal.seal(opened.header(), opened.form().origin(), opened.material());
    }

    private static EngineFault unwritten(SealFault fault) {
        return new EngineFault(Reason.UNAVAILABLE, String.valueOf(fault.getMessage()));
    }
}
