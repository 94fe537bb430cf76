package kr.dangol.insight.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// As `@ApplicationModuleListener`, on a thread of our own: all facts touch the same few sums, so
/// that more threads would only wait for each other, each with a database connection in its hand
/// that an owner's request may need.
@Async(LedgerConfiguration.WORKER)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface InsightListener {}
