package io.sallyport.hsm.vectors;

import io.sallyport.hsm.command.EngineFault;

/** How the cases of an algorithm are run. */
interface Family {
    /** Runs one case; a fault of the engine means that it does not hold. */
    Outcome run(Case test) throws EngineFault;
}
