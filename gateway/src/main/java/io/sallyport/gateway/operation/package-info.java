/**
 * One small class for each KMIP operation, composed over the ports; {@link
 * io.sallyport.gateway.operation.OperationTable} lists them. A new operation is one class and one
 * line there.
 *
 * <p>An operation authorises first, then asks objects and engine, and answers an {@link
 * io.sallyport.gateway.operation.Outcome}: response and changes. It must not know sockets, SQL,
 * batches or commits. Clear bytes pass as views of buffers that others own and erase.
 */
@NullMarked
package io.sallyport.gateway.operation;

import org.jspecify.annotations.NullMarked;
