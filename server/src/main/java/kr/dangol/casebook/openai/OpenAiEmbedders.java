package kr.dangol.casebook.openai;

import java.util.Optional;
import java.util.regex.Pattern;
import kr.dangol.casebook.openai.OpenAiEmbedder.KnownVector;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.platform.cache.ContentCache;

/// The configured embedder, and those of other lengths whose vectors an older edition may hold.
public final class OpenAiEmbedders {

    private static final Pattern NAME =
            Pattern.compile(Pattern.quote(OpenAiEmbedder.MODEL) + "@(\\d{1,4})");

    private final OutsideService service;
    private final OpenAiProperties properties;
    private final Bill bill;
    private final ContentCache<KnownVector> questions;

    OpenAiEmbedders(
            OutsideService service,
            OpenAiProperties properties,
            Bill bill,
            ContentCache<KnownVector> questions) {
        this.service = service;
        this.properties = properties;
        this.bill = bill;
        this.questions = questions;
    }

    public Embedder configured() {
        return ofDimensions(properties.dimensions());
    }

    /// The embedder of this name, if it is one of ours.
    public Optional<Embedder> find(String model) {
        var name = NAME.matcher(model);
        return name.matches()
                ? Optional.of(ofDimensions(Integer.parseInt(name.group(1))))
                : Optional.empty();
    }

    private OpenAiEmbedder ofDimensions(int dimensions) {
        return new OpenAiEmbedder(service, properties, dimensions, bill, questions);
    }
}
