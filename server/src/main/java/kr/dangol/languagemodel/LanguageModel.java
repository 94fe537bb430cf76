package kr.dangol.languagemodel;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The door to the language model. Every call is counted, limited, cut at its deadline and written
/// into the ledger.
public interface LanguageModel {

    /// The model that serves now, e.g. `claude-haiku-5-5`; empty when none is configured. A model
    /// whose key was refused is still named here: calls to it come back [ModelAnswer.NotAsked].
    Optional<String> modelId();

    /// All models that a request may name; empty when none is configured.
    default Set<String> models() {
        return modelId().map(Set::of).orElseGet(Set::of);
    }

    /// Asks once and hands every piece of text to `onText` on the calling thread as it arrives.
    /// Blocks until the answer has ended, its deadline has passed, or the calling thread is
    /// interrupted, which closes the call at once. Never throws for anything the model or the
    /// network does; an exception thrown by `onText` closes the call and comes through.
    ModelAnswer ask(ModelRequest request, Consumer<String> onText);
}
