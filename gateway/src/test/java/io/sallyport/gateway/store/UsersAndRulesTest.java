package io.sallyport.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.sallyport.gateway.port.ClientChange;
import io.sallyport.gateway.port.EnrolledUser;
import io.sallyport.gateway.port.JournalPort.ConflictException;
import io.sallyport.gateway.port.JournalPort.Submission;
import io.sallyport.gateway.port.RuleKind;
import io.sallyport.gateway.port.StoredCredential;
import io.sallyport.gateway.port.StoredRule;
import io.sallyport.gateway.port.UserPort.Kind;

/** Users and rules of partitions outlive the process. */
class UsersAndRulesTest {
    private static final EnrolledUser ANN = new EnrolledUser("p", Kind.USER, "ann", "hash", 7);

    @TempDir
    Path folder;

    private static Submission submission(ClientChange change) {
        return new Submission(List.of(), List.of(change),
                List.of(OpenStore.event("Test", "subject")));
    }

    @Test
    void usersAreKeptAndRemoved() throws StoreException {
        try (OpenStore open = OpenStore.at(folder)) {
            OpenStore.await(open.journal.commit(submission(new ClientChange.AddUser(ANN))));
            OpenStore.await(open.journal.commit(submission(new ClientChange.AddUser(
                    new EnrolledUser("p", Kind.DEVICE, "ann", "other", 8)))));
            assertThat(OpenStore.failure(
                    open.journal.commit(submission(new ClientChange.AddUser(ANN)))))
                    .isInstanceOfSatisfying(ConflictException.class, conflict -> assertThat(
                            conflict.kind()).isEqualTo(ConflictException.Kind.NAME));
        }
        try (OpenStore open = OpenStore.at(folder)) {
            assertThat(new UserStore(open.store).users()).hasSize(2).contains(ANN);
            ClientChange remove = new ClientChange.RemoveUser("p", Kind.USER, "ann");
            OpenStore.await(open.journal.commit(submission(remove)));
            assertThat(OpenStore.failure(open.journal.commit(submission(remove))))
                    .isInstanceOf(ConflictException.class);
            assertThat(new UserStore(open.store).users()).hasSize(1).doesNotContain(ANN);
        }
    }

    @Test
    void administratorsCredentialsAndGroupsAreKept() throws StoreException {
        EnrolledUser root = new EnrolledUser("p", Kind.USER, "root", "hash", 7, true, null);
        StoredCredential made = new StoredCredential("p", "c1", StoredCredential.Kind.PASSWORD,
                "hash", 8, null);
        ClientChange bind = new ClientChange.BindCredential("p", "c1", "bob");
        ClientChange group = new ClientChange.AddGroup("p", "g1", "staff", 9);
        try (OpenStore open = OpenStore.at(folder)) {
            OpenStore.await(open.journal.commit(submission(new ClientChange.AddUser(root))));
            OpenStore.await(
                    open.journal.commit(submission(new ClientChange.AddCredential(made))));
            assertThat(new UserStore(open.store).credentials()).containsExactly(made);
            OpenStore.await(open.journal.commit(submission(bind)));
            OpenStore.await(open.journal.commit(submission(group)));
            assertConflict(open, bind, ConflictException.Kind.VERSION);
            assertConflict(open, new ClientChange.AddCredential(made), ConflictException.Kind.ID);
            assertConflict(open, new ClientChange.AddGroup("p", "g2", "staff", 9),
                    ConflictException.Kind.NAME);
            OpenStore.await(open.journal.commit(
                    submission(new ClientChange.AddGroup("q", "g1", "staff", 9))));
        }
        try (OpenStore open = OpenStore.at(folder)) {
            assertThat(new UserStore(open.store).users()).containsExactly(root);
            assertThat(new UserStore(open.store).credentials()).containsExactly(made.of("bob"));
        }
    }

    private static void assertConflict(OpenStore open, ClientChange change,
            ConflictException.Kind kind) {
        assertThat(OpenStore.failure(open.journal.commit(submission(change))))
                .isInstanceOfSatisfying(ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(kind));
    }

    @Test
    void rulesAreReplacedAndTakenAway() throws StoreException {
        try (OpenStore open = OpenStore.at(folder)) {
            for (String text : List.of("first", "second")) {
                OpenStore.await(open.journal.commit(submission(
                        new ClientChange.SetRule("p", RuleKind.CONSTRAINTS, text))));
            }
            OpenStore.await(open.journal.commit(
                    submission(new ClientChange.SetRule("p", RuleKind.DEFAULTS, "third"))));
        }
        try (OpenStore open = OpenStore.at(folder)) {
            assertThat(new RuleStore(open.store).rules()).containsExactlyInAnyOrder(
                    new StoredRule("p", RuleKind.CONSTRAINTS, "second"),
                    new StoredRule("p", RuleKind.DEFAULTS, "third"));
            OpenStore.await(open.journal.commit(
                    submission(new ClientChange.SetRule("p", RuleKind.CONSTRAINTS, null))));
            assertThat(new RuleStore(open.store).rules()).hasSize(1);
        }
    }
}
