package kr.dangol.languagemodel;

import java.util.Optional;
import java.util.function.Consumer;

/// Stands in where no key is set.
final class NoLanguageModel implements LanguageModel {

    @Override
    public Optional<String> modelId() {
        return Optional.empty();
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Consumer<String> onText) {
        return new ModelAnswer.NotAsked(ModelAnswer.Reason.NOT_CONFIGURED);
    }
}
