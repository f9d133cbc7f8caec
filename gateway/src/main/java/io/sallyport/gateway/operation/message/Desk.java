package io.sallyport.gateway.operation.message;

import io.sallyport.gateway.port.ProvisioningPort;
import io.sallyport.gateway.port.UserPort;

/**
 * What a session keeps between messages, for the operations that are about messages and callers.
 *
 * @param pending the submitted requests
 * @param tickets the tickets that were given out
 * @param rules the rules of partitions for new objects
 * @param roles the roles of the server on its connections
 * @param users the users of partitions
 * @param provisioning the certificates of clients
 */
public record Desk(PendingRequests pending, Tickets tickets, RuleBook rules,
        EndpointRoles roles, UserPort users, ProvisioningPort provisioning) {}
