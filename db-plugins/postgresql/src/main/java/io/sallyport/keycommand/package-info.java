/**
 * {@code sallyport wrap}, {@code unwrap} and {@code getkey}: filters for databases that ask a
 * command for their key (EDB Postgres, CYBERTEC PostgreSQL, scripts of one's own).
 *
 * <p>A database may wait for these commands at every start, so they bring nothing but the KMIP
 * client and start within a fraction of a second: no framework parses their few options. They must
 * not know the gateway's classes, and no secret may come in by an argument or the environment. Start
 * at {@link io.sallyport.keycommand.Main}.
 */
@NullMarked
package io.sallyport.keycommand;

import org.jspecify.annotations.NullMarked;
