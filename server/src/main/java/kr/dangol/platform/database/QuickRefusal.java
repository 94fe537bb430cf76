package kr.dangol.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Refuses at once while the database is known to be away: waiting for the pool would hold every
/// request for seconds. What is lent out can be broken off: a cut network says nothing, and a
/// statement under way would wait for an answer until TCP gives up, which takes a quarter of an
/// hour. A timeout of the socket would end long statements of imports and migrations as well.
final class QuickRefusal extends DelegatingDataSource {

    private static final Logger log = LoggerFactory.getLogger(QuickRefusal.class);

    private final DatabaseState state;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();

    QuickRefusal(DataSource pool, DatabaseState state) {
        super(pool);
        this.state = state;
        state.whenUnreachable(this::breakOff);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (state.isDown()) {
            throw new SQLTransientConnectionException("The database is away");
        }
        var connection = super.getConnection();
        lent.add(connection);
        return (Connection)
                Proxy.newProxyInstance(
                        QuickRefusal.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Lent(connection));
    }

    /// Whoever waits on one of these connections gets an error now.
    private void breakOff() {
        for (var connection : lent) {
            lent.remove(connection);
            try {
                connection.abort(task -> Thread.ofVirtual().start(task));
            } catch (SQLException e) {
                log.debug("connection was broken already", e);
            }
        }
    }

    /// Tells when a connection is given back.
    private final class Lent implements InvocationHandler {

        private final Connection connection;

        Lent(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "close" -> {
                    lent.remove(connection);
                    yield call(method, arguments);
                }
                default -> call(method, arguments);
            };
        }

        private Object call(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
