package kr.dangol.platform.outbox;

import java.lang.reflect.Method;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Claims the listeners that would run after the commit on a thread of their own: Modulith's
/// `@ApplicationModuleListener` and its like.
final class OutboxListenerFactory implements EventListenerFactory, Ordered {

    private static final int BEFORE_SPRINGS_OWN = 40;

    private final OutboxListeners listeners;

    OutboxListenerFactory(OutboxListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public int getOrder() {
        return BEFORE_SPRINGS_OWN;
    }

    @Override
    public boolean supportsMethod(Method method) {
        var listener =
                AnnotatedElementUtils.findMergedAnnotation(
                        method, TransactionalEventListener.class);
        return listener != null
                && listener.phase() == TransactionPhase.AFTER_COMMIT
                && AnnotatedElementUtils.hasAnnotation(method, Async.class);
    }

    @Override
    public ApplicationListener<?> createApplicationListener(
            String beanName, Class<?> type, Method method) {
        var listener = new OutboxListener(beanName, type, method, listeners);
        listeners.add(listener);
        return listener;
    }
}
