package kr.dangol.experiment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.dangol.experiment.Variant.Arm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/// What those who serve shops ask and tell. Nothing here changes outside an experiment, and no
/// answer fails because of one.
@Service
public class Experiments {

    private static final Logger log = LoggerFactory.getLogger(Experiments.class);
    private static final int SHOPS_IN_MEMORY = 50_000;

    private final Standing standing;
    private final PromptVersions prompts;
    private final Participation participation;
    private final Clock clock;
    private final Cache<Place, String> arms =
            Caffeine.newBuilder().maximumSize(SHOPS_IN_MEMORY).build();
    private final Cache<Place, Boolean> exposed =
            Caffeine.newBuilder().maximumSize(SHOPS_IN_MEMORY).build();

    Experiments(
            Standing standing, PromptVersions prompts, Participation participation, Clock clock) {
        this.standing = standing;
        this.prompts = prompts;
        this.participation = participation;
        this.clock = clock;
    }

    private record Place(ExperimentId experiment, Subject subject) {}

    /// Who writes for this shop. In an experiment a shop keeps its arm for good.
    public Variant variantFor(Subject subject) {
        var now = standing.now();
        return now.running()
                .map(experiment -> variantIn(experiment, subject, now.writer()))
                .orElseGet(() -> new Variant(now.writer(), null));
    }

    /// Who writes for everybody outside experiments.
    public Writer standardWriter() {
        return standing.now().writer();
    }

    /// The words of a version of the prompt.
    public PromptWords prompt(String version) {
        var prompt = prompts.get(version);
        return new PromptWords(
                version,
                prompt.basedOn() == null ? version : prompt.basedOn(),
                prompt.systemText());
    }

    /// The shop sees the first plan of its arm.
    public void exposed(Arm arm, Subject subject) {
        var place = new Place(arm.experiment(), subject);
        if (exposed.getIfPresent(place) == null) {
            participation.expose(arm, subject, clock.instant());
            exposed.put(place, true);
        }
    }

    public void answered(Answered answer) {
        participation.add(answer);
    }

    /// Does nothing for answers outside experiments, as the next two.
    public void chosen(UUID answer, Instant at) {
        participation.choose(answer, at);
    }

    public void regenerated(UUID answer, Instant at) {
        participation.regenerate(answer, at);
    }

    public void closed(UUID answer, int predictedRoi, int actualRoi, Instant at) {
        participation.close(answer, predictedRoi, actualRoi, at);
    }

    private Variant variantIn(Experiment experiment, Subject subject, Writer standard) {
        try {
            var key =
                    arms.get(
                            new Place(experiment.id(), subject),
                            _ ->
                                    participation.assign(
                                            experiment.id(),
                                            subject,
                                            lot(experiment, subject),
                                            clock.instant()));
            return new Variant(experiment.arm(key).writer(), new Arm(experiment.id(), key));
        } catch (DataAccessException e) {
            log.warn("no assignment experiment={}", experiment.id(), e);
            return new Variant(standard, null);
        }
    }

    /// Equal chances, and the same for the same shop wherever it is drawn.
    static String lot(Experiment experiment, Subject subject) {
        try {
            var text = experiment.id() + "/" + subject.digest();
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            var number = ByteBuffer.wrap(digest).getLong();
            var index = Long.remainderUnsigned(number, experiment.arms().size());
            return experiment.arms().get((int) index).key();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
