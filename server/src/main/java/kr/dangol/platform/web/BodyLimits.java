package kr.dangol.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How long a request's body may be: a rule for all, and exceptions by path.
@ConfigurationProperties("dangol.limits.body")
record BodyLimits(@DefaultValue("64KB") DataSize size, @DefaultValue List<Exception> exceptions) {

    /// The first exception whose path the request's begins with wins; a negative size is no limit.
    long bytesFor(String path) {
        return exceptions.stream()
                .filter(each -> path.startsWith(each.path()))
                .findFirst()
                .map(Exception::size)
                .orElse(size)
                .toBytes();
    }

    record Exception(String path, DataSize size) {}
}
