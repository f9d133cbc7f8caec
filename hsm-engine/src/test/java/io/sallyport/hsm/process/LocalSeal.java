package io.sallyport.hsm.process;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.crypto.JcaBridge;
import io.sallyport.hsm.crypto.NonceSource;
import io.sallyport.hsm.crypto.Workspace;
import io.sallyport.hsm.crypto.Xaes256Gcm;
import io.sallyport.hsm.object.ObjectFault;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;
import io.sallyport.hsm.seal.Terms;

/** Opens and seals objects beside the engine, with its keys, as nobody outside a test can. */
final class LocalSeal implements AutoCloseable {
    private final Workspace workspace = new Workspace(StoredForm.MATERIAL_BYTES_MAX);
    private final ObjectSeal seal;

    LocalSeal(Terms terms) {
        seal = new ObjectSeal(terms, workspace, new NonceSource(),
                new Xaes256Gcm(new JcaBridge()));
    }

    /** The material in clear. */
    byte[] material(WrappedObject object) {
        try {
            return seal.open(object).material().toArray(ValueLayout.JAVA_BYTE);
        } catch (EngineFault e) {
            throw new AssertionError(e);
        } finally {
            workspace.wipe();
        }
    }

    /** The same material with another policy. */
    WrappedObject forged(WrappedObject object, int mask, Protection protection, Origin origin) {
        ObjectHeader h = object.header();
        try {
            return seal.seal(new ObjectHeader(h.id(), h.partition(), h.version(), h.objectType(),
                    h.keyFormat(), h.algorithm(), h.lengthBits(), mask, h.state(), h.dates(),
                    protection, h.attributesDigest()), origin,
                    MemorySegment.ofArray(material(object))).object();
        } catch (EngineFault e) {
            throw new AssertionError(e);
        } finally {
            workspace.wipe();
        }
    }

    /** Where an object's material comes from, as its stored form says. */
    static Origin origin(WrappedObject object) {
        try {
            return StoredForm.parse(object.blob()).origin();
        } catch (ObjectFault e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
