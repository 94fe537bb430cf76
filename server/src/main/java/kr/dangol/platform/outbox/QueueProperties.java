package kr.dangol.platform.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// `RABBITMQ_HOST`, `RABBITMQ_PORT`, `RABBITMQ_USER`, `RABBITMQ_PASSWORD`, `RABBITMQ_VHOST`.
@ConfigurationProperties("dangol.rabbitmq")
record QueueProperties(String host, int port, String user, String password, String vhost) {

    @Override
    public String toString() {
        return "QueueProperties[" + host + ":" + port + vhost + "]";
    }
}
