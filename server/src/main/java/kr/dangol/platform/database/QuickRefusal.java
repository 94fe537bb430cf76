package kr.dangol.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Refuses at once while the database is known to be away: waiting for the pool would hold every
/// request for seconds.
final class QuickRefusal extends DelegatingDataSource {

    private final DatabaseState state;

    QuickRefusal(DataSource pool, DatabaseState state) {
        super(pool);
        this.state = state;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (state.isDown()) {
            throw new SQLTransientConnectionException("The database is away");
        }
        return super.getConnection();
    }
}
