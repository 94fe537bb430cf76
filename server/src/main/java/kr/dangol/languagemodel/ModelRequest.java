package kr.dangol.languagemodel;

import java.util.Map;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Deadline;
import org.jspecify.annotations.Nullable;

/// What the model is asked. `task` names the kind of call in ledger and metrics, e.g. `plans`;
/// `owner` is for fairness between owners and null for our own calls; `system` is the stable prefix
/// that the vendor may cache; `schema` is a JSON schema whose key order is the order of the answer;
/// `deadline` is when the answer must have ended; `model` is null for the configured one.
public record ModelRequest(
        String task,
        @Nullable AccountId owner,
        String system,
        String user,
        Map<String, Object> schema,
        int maxTokens,
        Deadline deadline,
        @Nullable String model) {

    /// Of the configured model.
    public ModelRequest(
            String task,
            @Nullable AccountId owner,
            String system,
            String user,
            Map<String, Object> schema,
            int maxTokens,
            Deadline deadline) {
        this(task, owner, system, user, schema, maxTokens, deadline, null);
    }
}
