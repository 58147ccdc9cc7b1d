package io.nsxsim.store;

import jakarta.persistence.QueryHint;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.data.jpa.repository.QueryHints;

/**
 * A query of a change that has written nothing yet. Without this, every query first looks for
 * changes in all rows read so far, and the time of a large change grows with its square.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
@interface BeforeWrites {}
