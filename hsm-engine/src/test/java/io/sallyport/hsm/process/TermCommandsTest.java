package io.sallyport.hsm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.hsm.client.BlockingEngineLink;
import io.sallyport.hsm.command.EngineCommand;
import io.sallyport.hsm.command.EngineFault;
import io.sallyport.hsm.command.EngineFault.Reason;
import io.sallyport.hsm.command.EngineResult.InForce;
import io.sallyport.hsm.command.EngineResult.StatusReport;
import io.sallyport.hsm.command.EngineResult.TermStatus;
import io.sallyport.hsm.command.EngineResult.Verified;
import io.sallyport.hsm.command.EngineResult.Wrapped;
import io.sallyport.hsm.object.KeyState;
import io.sallyport.hsm.object.ObjectHeader;
import io.sallyport.hsm.object.Origin;
import io.sallyport.hsm.object.Protection;
import io.sallyport.hsm.object.StoredForm;
import io.sallyport.hsm.object.WrappedObject;

/** Terms through the socket: rotated, objects sealed anew, old terms retired. */
class TermCommandsTest {
    private static final ObjectHeader HEADER = Samples.aes("k", 256, 12, Protection.EXTRACTABLE);

    @TempDir
    private Path folder = Path.of("");
    private LocalEngine engine;
    private BlockingEngineLink link;

    @BeforeEach
    void start() throws Exception {
        engine = LocalEngine.start(folder);
        link = engine.connect();
    }

    @AfterEach
    void stop() throws Exception {
        link.close();
        engine.close();
    }

    private int rotate() throws EngineFault {
        return link.call(new EngineCommand.RotateTerm(), InForce::term);
    }

    private Wrapped rewrap(WrappedObject object) throws EngineFault {
        return link.call(new EngineCommand.Rewrap(object), wrapped -> wrapped);
    }

    private Verified verified(WrappedObject object) throws EngineFault {
        return link.call(new EngineCommand.Verify(object), verified -> verified);
    }

    private void assertRefused(Reason reason, EngineCommand<?> command) {
        assertThatThrownBy(() -> link.call(command, result -> result)).isInstanceOfSatisfying(
                EngineFault.class, fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    private static StoredForm form(WrappedObject object) throws Exception {
        return StoredForm.parse(object.blob());
    }

    @Test
    void anObjectIsSealedAnewWithNothingElseChanged() throws Exception {
        Wrapped imported = link.call(
                new EngineCommand.Import(HEADER, Samples.direct(new byte[32])), r -> r);
        WrappedObject generated = link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        assertThat(rotate()).isEqualTo(2);
        Wrapped next = rewrap(imported.object());
        assertThat(next.digest()).isEqualTo(imported.digest());
        assertThat(next.object().header()).isEqualTo(HEADER);
        assertThat(form(next.object()).term()).isEqualTo(2);
        assertThat(form(next.object()).origin()).isEqualTo(Origin.IMPORTED);
        assertThat(form(rewrap(generated).object()).origin()).isEqualTo(Origin.GENERATED);
        byte[] material = link.call(new EngineCommand.Export(next.object()),
                r -> Samples.bytes(r.bytes()));
        assertThat(material).isEqualTo(new byte[32]);
    }

    @Test
    void aDestroyedObjectIsSealedAnewToo() throws Exception {
        ObjectHeader deactivated = Samples.next(HEADER, KeyState.DEACTIVATED);
        WrappedObject key = link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        WrappedObject off = link.call(new EngineCommand.Amend(key, deactivated), Wrapped::object);
        WrappedObject gone = link.call(new EngineCommand.Amend(off,
                Samples.next(deactivated, KeyState.DESTROYED)), Wrapped::object);
        rotate();
        Wrapped next = rewrap(gone);
        assertThat(next.digest()).isNull();
        assertThat(form(next.object()).term()).isEqualTo(2);
        assertThat(next.object().header()).isEqualTo(gone.header());
    }

    @Test
    void whatIsNotAuthenticIsNotSealedAnew() throws Exception {
        WrappedObject key = link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        byte[] blob = key.blob().clone();
        blob[blob.length - 1] ^= 1;
        assertRefused(Reason.NOT_AUTHENTIC,
                new EngineCommand.Rewrap(WrappedObject.parse(blob)));
        blob = key.blob().clone();
        ByteBuffer.wrap(blob).putInt(6, 2);
        assertRefused(Reason.NOT_AUTHENTIC,
                new EngineCommand.Rewrap(WrappedObject.parse(blob)));
    }

    @Test
    void aRetiredTermOpensNothing() throws Exception {
        WrappedObject old = link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        rotate();
        WrappedObject next = rewrap(old).object();
        assertThat(link.call(new EngineCommand.RetireTerm(1), InForce::term)).isEqualTo(2);
        assertRefused(Reason.NOT_AUTHENTIC, new EngineCommand.Verify(old));
        assertRefused(Reason.NOT_AUTHENTIC, new EngineCommand.Rewrap(old));
        assertThat(verified(next).digest()).isNotNull();
        link.close();
        engine.close();
        start();
        assertRefused(Reason.NOT_AUTHENTIC, new EngineCommand.Verify(old));
        assertThat(verified(next).digest()).isNotNull();
    }

    @Test
    void theTermInForceAndUnknownOnesAreNotRetired() throws Exception {
        assertRefused(Reason.POLICY, new EngineCommand.RetireTerm(1));
        assertRefused(Reason.INVALID_PARAMETERS, new EngineCommand.RetireTerm(2));
        assertRefused(Reason.INVALID_PARAMETERS, new EngineCommand.RetireTerm(-1));
        rotate();
        assertRefused(Reason.POLICY, new EngineCommand.RetireTerm(2));
    }

    @Test
    void statusListsTheTerms() throws Exception {
        link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        link.call(new EngineCommand.Generate(HEADER), Wrapped::object);
        rotate();
        List<TermStatus> terms = link.call(new EngineCommand.Status(), StatusReport::terms);
        assertThat(terms).extracting(TermStatus::term).containsExactly(1, 2);
        assertThat(terms).extracting(TermStatus::seals).containsExactly(2L, 0L);
    }
}
