package kr.dangol.platform.outbox;

import com.rabbitmq.client.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/// RabbitMQ's queues for facts. A message is the number of a publication and nothing more: the fact
/// itself stays in the outbox until it is done, so a message that comes twice finds nothing to do,
/// and one that is lost is sent again.
///
/// Facts with an order go through a few queues with a single consumer each, chosen by key; all
/// others through one queue that every worker draws from. A message that takes its worker down time
/// and again ends in a queue of its own, from which its fact is set aside with the reason.
final class Queue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Queue.class);
    private static final String WORK = "dangol.facts";
    private static final String ORDERED = "dangol.facts.ordered.";
    private static final String DEAD = "dangol.facts.dead";
    private static final int ORDERED_QUEUES = 4;
    private static final int DELIVERIES = 5;
    private static final int IN_HAND = 20;
    private static final int WORKERS = 2;
    private static final long CONFIRMED_WITHIN_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 500;

    private final CachingConnectionFactory connections;
    private final RabbitTemplate template;
    private final RabbitAdmin admin;
    private volatile boolean up;

    Queue(QueueProperties properties, MeterRegistry meters) {
        connections = new CachingConnectionFactory(properties.host(), properties.port());
        connections.setUsername(properties.user());
        connections.setPassword(properties.password());
        connections.setVirtualHost(properties.vhost());
        connections.setPublisherConfirmType(ConfirmType.SIMPLE);
        connections.setRequestedHeartBeat(5);
        connections.setConnectionTimeout(5_000);
        connections.setConnectionNameStrategy(_ -> "dangol");
        template = new RabbitTemplate(connections);
        admin = new RabbitAdmin(connections);
        meters.gauge("dangol.queue.up", this, queue -> queue.up ? 1 : 0);
    }

    /// Where a publication goes.
    record Letter(UUID publication, @Nullable String orderKey) {

        String queue() {
            return orderKey == null
                    ? WORK
                    : ORDERED + Math.floorMod(orderKey.hashCode(), ORDERED_QUEUES);
        }

        Message message() {
            return MessageBuilder.withBody(
                            publication.toString().getBytes(StandardCharsets.US_ASCII))
                    .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                    .setMessageId(publication.toString())
                    .build();
        }
    }

    /// Returns when the broker has all of them on disk; throws when it does not say so in time.
    void send(List<Letter> letters) {
        try {
            declareQueues();
            template.invoke(channel -> {
                letters.forEach(letter -> channel.send("", letter.queue(), letter.message()));
                channel.waitForConfirmsOrDie(CONFIRMED_WITHIN_MILLIS);
                return letters.size();
            });
            up = true;
        } catch (RuntimeException e) {
            up = false;
            throw e;
        }
    }

    /// Again after every absence: the broker may have lost all it had.
    private void declareQueues() {
        if (up) {
            return;
        }
        admin.declareQueue(queue(WORK));
        for (var i = 0; i < ORDERED_QUEUES; i++) {
            var ordered = queue(ORDERED + i);
            ordered.addArgument("x-single-active-consumer", true);
            admin.declareQueue(ordered);
        }
        admin.declareQueue(QueueBuilder.durable(DEAD).quorum().build());
    }

    private static org.springframework.amqp.core.Queue queue(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(DELIVERIES)
                .deadLetterExchange("")
                .deadLetterRoutingKey(DEAD)
                .build();
    }

    boolean isUp() {
        return up;
    }

    /// Asks the broker, for whoever has nothing to send.
    void look() {
        send(List.of());
    }

    /// Draws from all queues; the containers look for the broker until it is there.
    List<SimpleMessageListenerContainer> consumers(Deliveries deliveries) {
        var consumers = new ArrayList<SimpleMessageListenerContainer>();
        Consumer<Message> deliver = message -> deliveries.deliver(publication(message));
        consumers.add(consumer(WORK, WORKERS, IN_HAND, deliver));
        for (var i = 0; i < ORDERED_QUEUES; i++) {
            consumers.add(consumer(ORDERED + i, 1, 1, deliver));
        }
        Consumer<Message> setAside =
                message -> deliveries.setAside(publication(message), "queue: " + reason(message));
        consumers.add(consumer(DEAD, 1, 1, setAside));
        return consumers;
    }

    private SimpleMessageListenerContainer consumer(
            String queue, int threads, int inHand, Consumer<Message> work) {
        var consumer = new SimpleMessageListenerContainer(connections);
        consumer.setQueueNames(queue);
        consumer.setConcurrentConsumers(threads);
        consumer.setPrefetchCount(inHand);
        consumer.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        consumer.setMessageListener(untilDone(consumer, work));
        consumer.setMissingQueuesFatal(false);
        consumer.setRecoveryInterval(1_000);
        consumer.setFailedDeclarationRetryInterval(1_000);
        consumer.setShutdownTimeout(10_000);
        consumer.setDefaultRequeueRejected(true);
        consumer.afterPropertiesSet();
        return consumer;
    }

    /// Does the work, however long the database is away, and keeps the message meanwhile: given
    /// back, it would count as one that takes its worker down time and again.
    private static ChannelAwareMessageListener untilDone(
            SimpleMessageListenerContainer consumer, Consumer<Message> work) {
        return (message, channel) -> {
            while (true) {
                try {
                    work.accept(message);
                    tag(message, channel, true);
                    return;
                } catch (RuntimeException e) {
                    log.debug("message kept in hand", e);
                }
                if (!consumer.isActive()) {
                    tag(message, channel, false);
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        };
    }

    private static String reason(Message message) {
        var headers = message.getMessageProperties().getHeaders();
        return headers.getOrDefault("x-first-death-reason", "rejected")
                + " in "
                + headers.getOrDefault("x-first-death-queue", "?");
    }

    private static void tag(Message message, @Nullable Channel channel, boolean done)
            throws IOException {
        if (channel == null) {
            return;
        }
        var tag = message.getMessageProperties().getDeliveryTag();
        if (done) {
            channel.basicAck(tag, false);
        } else {
            channel.basicNack(tag, false, true);
        }
    }

    private static UUID publication(Message message) {
        return UUID.fromString(new String(message.getBody(), StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
