package kr.dangol.intake.source;

import java.util.List;
import kr.dangol.intake.source.Quotas.Window;
import kr.dangol.platform.outside.OutsideClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// One polite way to each provider; services of one provider share its limits.
@Component
public class Providers {

    private final Outside dataGoKr;
    private final Outside kosis;
    private final Outside naver;
    private final Outside instagram;
    private final Outside seoul;

    Providers(IntakeProperties settings, Quotas quotas, Pause pause) {
        var client = new OutsideClient(settings.timeout(), settings.largestAnswer());
        dataGoKr =
                new Outside(
                        "datagokr",
                        List.of(Window.day(settings.dataGoKr().callsPerDay())),
                        settings.dataGoKr().callsPerSecond(),
                        client,
                        quotas,
                        pause);
        kosis =
                new Outside(
                        "kosis",
                        List.of(Window.day(settings.kosis().callsPerDay())),
                        settings.kosis().callsPerSecond(),
                        client,
                        quotas,
                        pause);
        naver =
                new Outside(
                        "naver",
                        settings.naver().isHub()
                                ? List.of(
                                        Window.day(settings.naver().callsPerDay()),
                                        Window.month(settings.naver().callsPerMonth()))
                                : List.of(Window.day(settings.naver().callsPerDay())),
                        settings.naver().callsPerSecond(),
                        client,
                        quotas,
                        pause);
        instagram =
                new Outside(
                        "instagram",
                        List.of(Window.day(settings.instagram().callsPerDay())),
                        settings.instagram().callsPerSecond(),
                        client,
                        quotas,
                        pause);
        seoul =
                new Outside(
                        "seoul",
                        List.of(Window.day(settings.seoul().callsPerDay())),
                        settings.seoul().callsPerSecond(),
                        client,
                        quotas,
                        pause);
    }

    public Outside dataGoKr() {
        return dataGoKr;
    }

    public Outside kosis() {
        return kosis;
    }

    public Outside naver() {
        return naver;
    }

    public Outside instagram() {
        return instagram;
    }

    public Outside seoul() {
        return seoul;
    }

    public List<Outside> all() {
        return List.of(dataGoKr, kosis, naver, instagram, seoul);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IntakeProperties.class)
    static class Parts {

        @Bean
        Pause intakePause() {
            return Thread::sleep;
        }
    }
}
