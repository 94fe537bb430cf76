package kr.dangol.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets modules do things by the clock.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SchedulingConfiguration {}
