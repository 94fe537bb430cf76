package kr.dangol.platform.outbox;

import java.lang.reflect.Method;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;

/// A listener that hears its facts from the outbox. The commit of the publishing transaction only
/// rings the bell; the call itself comes with [#deliver], in a transaction that also takes the fact
/// out of the outbox.
final class OutboxListener extends TransactionalApplicationListenerMethodAdapter {

    private final OutboxListeners listeners;

    OutboxListener(String beanName, Class<?> beanType, Method method, OutboxListeners listeners) {
        super(beanName, beanType, method);
        this.listeners = listeners;
    }

    @Override
    public void processEvent(ApplicationEvent event) {
        listeners.ring();
    }

    void deliver(Object fact) {
        super.processEvent(new PayloadApplicationEvent<>(this, fact));
    }

    /// Not the proxy, which would go on in a thread and a transaction of its own.
    @Override
    protected Object getTargetBean() {
        var bean = super.getTargetBean();
        var target = AopProxyUtils.getSingletonTarget(bean);
        return target == null ? bean : target;
    }
}
