package kr.dangol.store;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import kr.dangol.platform.outside.BaseUrl;
import kr.dangol.platform.outside.OutsideClient;
import kr.dangol.platform.outside.OutsideFault;
import kr.dangol.platform.outside.ServiceKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the tax office through its public service. Whatever goes wrong there is no reason to keep
/// an owner waiting, so that the answer is then unknown. The number is sent and neither kept nor
/// logged.
@Component
class OdcloudRegister implements BusinessRegister {

    private static final Logger log = LoggerFactory.getLogger(OdcloudRegister.class);

    /// An owner waits for this.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int LARGEST = 64 * 1024;
    private static final String CLOSED = "03";

    private final String key;
    private final String base;
    private final JsonMapper json;
    private final OutsideClient client = new OutsideClient(TIMEOUT, LARGEST);

    OdcloudRegister(
            @Value("${dangol.store.register.service-key}") String key,
            @Value("${dangol.store.register.base-url}") String baseUrl,
            JsonMapper json) {
        this.key = key;
        this.base = BaseUrl.of(baseUrl, "https://api.odcloud.kr");
        this.json = json;
    }

    @Override
    public Standing standing(RegistrationNumber number) {
        if (key.isBlank()) {
            return Standing.UNKNOWN;
        }
        try {
            return ask(number);
        } catch (OutsideFault | JacksonException failed) {
            log.warn(
                    "tax office did not answer, the number is taken as it is: {}",
                    failed.getMessage());
            return Standing.UNKNOWN;
        }
    }

    private Standing ask(RegistrationNumber number) {
        var address =
                URI.create(
                        base
                                + "/api/nts-businessman/v1/status?serviceKey="
                                + ServiceKey.of(key).encoded());
        var body = "{\"b_no\":[\"" + number.digits() + "\"]}";
        var answer = client.post(address, Map.of("Accept", "application/json"), body);
        if (answer.status() != 200) {
            log.warn("tax office answered {}, the number is taken as it is", answer.status());
            return Standing.UNKNOWN;
        }
        return standing(json.readTree(answer.body()).path("data").path(0));
    }

    /// Empty codes stand for a number that is not registered, or not yet.
    private static Standing standing(JsonNode business) {
        var code = business.path("b_stt_cd").asString("");
        if (code.isEmpty()) {
            return Standing.UNKNOWN;
        }
        return code.equals(CLOSED) ? Standing.CLOSED : Standing.OPEN;
    }
}
