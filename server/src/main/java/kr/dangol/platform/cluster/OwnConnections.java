package kr.dangol.platform.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/// Connections to the database beside the pool, for what belongs to one connection: locks and
/// notifications. Both ends notice within half a minute when the other has silently gone.
@Component
class OwnConnections {

    private final JdbcConnectionDetails database;

    OwnConnections(JdbcConnectionDetails database) {
        this.database = database;
    }

    Connection open(String purpose) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("ApplicationName", "dangol " + purpose);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        var connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (var settings = connection.createStatement()) {
            settings.execute(
                    "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
                            + " set tcp_keepalives_count = 3");
        }
        return connection;
    }
}
