package kr.dangol.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/// PostgreSQL: the embedded one, or an outside one as soon as `DB_HOST` is set.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails database(
            DatabaseProperties outside, ObjectProvider<StartingDatabase> embedded) {
        var starting = embedded.getIfAvailable();
        if (starting == null) {
            return new Connection(outside.url(), outside.user(), outside.password());
        }
        var url = starting.await().jdbcUrl(outside.name());
        return new Connection(url, EmbeddedDatabase.USER, "");
    }

    @Bean
    FlywayMigrationStrategy moduleMigrations() {
        return new ModuleMigrations();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DatabaseState databaseState() {
        return new DatabaseState();
    }

    /// Around the pool.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor quickRefusals(DatabaseState state) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new QuickRefusal(pool, state) : bean;
            }
        };
    }

    private record Connection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    /// `DB_HOST`, `DB_PORT`, `DB_NAME`, `DB_USER`, `DB_PASSWORD`.
    @ConfigurationProperties("dangol.database")
    record DatabaseProperties(String host, int port, String name, String user, String password) {

        String url() {
            return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
        }

        @Override
        public String toString() {
            return "DatabaseProperties[" + url() + "]";
        }
    }
}
