package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;

import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.crypto.MaterialLength;
import io.sallyport.hsm.object.ObjectHeader;

/** Checks material that the engine did not draw before it is stored. Belongs to one thread. */
final class ForeignMaterial {
    private final QuantumCommands quantum;

    ForeignMaterial(QuantumCommands quantum) {
        this.quantum = quantum;
    }

    /**
     * Refuses material that is not what its header says: a symmetric key of another length, a
     * post-quantum key that is none, or two in one.
     */
    void check(ObjectHeader header, MemorySegment material) throws EngineFault {
        boolean symmetric = header.objectType() == EngineCommand.SYMMETRIC_KEY;
        if (symmetric && !MaterialLength.fits(header.algorithm(), header.lengthBits(),
                material.byteSize())) {
            throw new EngineFault(Reason.INVALID_PARAMETERS,
                    "The key has not the length that its header says.");
        }
        quantum.checkForeign(header, material);
    }
}
