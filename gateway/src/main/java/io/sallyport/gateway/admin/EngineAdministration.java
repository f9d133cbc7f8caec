package io.sallyport.gateway.admin;

import io.sallyport.gateway.rewrap.Progress;
import io.sallyport.hsm.command.EngineResult.SelfTested;
import io.vertx.core.json.JsonObject;

/**
 * What the operator does with the engine and the domain keys of a gateway that runs. Each act is in
 * the audit log
 * before it returns. Calls wait: not for event loops.
 */
public interface EngineAdministration {

    /** How the engine is protected, which terms there are, and how many objects each seals. */
    JsonObject engine() throws AdminException;

    /** How far re-wrapping is; the one look that is not audited. */
    Progress rewrapProgress() throws AdminException;

    /**
     * Begins the next term and starts re-wrapping.
     *
     * @return the term in force
     */
    int rotateTerm() throws AdminException;

    /**
     * Runs the engine's self-tests.
     *
     * @throws AdminException if one failed: the engine gives no more output and is started again
     */
    SelfTested selfTest() throws AdminException;

    /**
     * Ends the engine's process; what needs it fails until {@link #unseal()}.
     *
     * @throws AdminException if it is sealed already
     */
    void seal() throws AdminException;

    /**
     * Starts the engine's process, which tests itself before it serves.
     *
     * @throws AdminException if it is not sealed, or does not serve
     */
    void unseal() throws AdminException;

    /** Lets re-wrapping look for work now. */
    void rewrap() throws AdminException;

    /**
     * Destroys the key of a term that nothing needs.
     *
     * @throws AdminException if it is in force, or seals an object of the store
     */
    void retireTerm(int term) throws AdminException;
}
