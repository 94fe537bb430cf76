package kr.dangol.experiment;

import java.util.List;
import java.util.Set;

/// What experiments need to know of those who write; answered by the module that writes.
public interface Writers {

    /// The versions of the prompt that came with the program, the oldest first.
    List<ShippedPrompt> shippedPrompts();

    /// Models that may be asked; empty without a language model.
    Set<String> models();

    /// What is wrong with a prompt of an operator's, as message keys with their arguments; nothing
    /// when it may be used.
    List<Fault> faults(String systemText);

    /// How many tokens the prompt takes, about.
    int tokens(String systemText);

    /// The prompt as the model would get it for a typical brief.
    String sample(String basedOn, String systemText);

    /// A prompt that came with the program.
    record ShippedPrompt(String version, String systemText) {}

    /// One thing that is wrong.
    record Fault(String messageKey, List<Object> arguments) {

        public Fault {
            arguments = List.copyOf(arguments);
        }

        public static Fault of(String messageKey, Object... arguments) {
            return new Fault(messageKey, List.of(arguments));
        }
    }
}
