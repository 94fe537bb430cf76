package kr.dangol.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// Takes the data directory and sets the embedded database going before anything else is built: it
/// needs about as long as the application context does, so the two start side by side.
final class DatabaseInitializer
        implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        var directory =
                Path.of(environment.getRequiredProperty("dangol.data-dir"))
                        .toAbsolutePath()
                        .normalize();
        var lock = DataDirectoryLock.take(directory);
        var factory = context.getDefaultListableBeanFactory();
        register(factory, "dataDirectoryLock", lock);
        if (environment.getProperty("dangol.database.host", "").isBlank()) {
            var name = environment.getRequiredProperty("dangol.database.name");
            var starting = StartingDatabase.start(directory.resolve("postgres"), name);
            register(factory, "startingDatabase", starting);
        }
    }

    /// What is registered first is closed last: connections, then the server, then the lock.
    private static void register(
            DefaultListableBeanFactory factory, String name, AutoCloseable bean) {
        factory.registerSingleton(name, bean);
        factory.registerDisposableBean(name, bean::close);
    }
}
