package kr.dangol.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one account (one address, before sign-in) may ask of us; generous for people.
@ConfigurationProperties("dangol.limits")
record RequestLimits(
        @DefaultValue("600") int requestsPerMinute,
        @DefaultValue("50") int inFlight,
        @DefaultValue("30") int signInsPerMinute) {}
