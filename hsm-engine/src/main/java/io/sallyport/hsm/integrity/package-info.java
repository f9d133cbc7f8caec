/**
 * Whether the engine runs the code that was built: the manifest that the build writes beside the
 * archives, and the check of it.
 *
 * <p>It must not know keys, commands or sockets. Start at {@link
 * io.sallyport.hsm.integrity.CodeIntegrity}.
 */
@NullMarked
package io.sallyport.hsm.integrity;

import org.jspecify.annotations.NullMarked;
