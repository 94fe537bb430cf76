package kr.dangol.intake.source.instagram;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.Work;
import kr.dangol.intake.text.Items;
import kr.dangol.intake.text.Items.Item;
import kr.dangol.intake.text.Texts;
import kr.dangol.market.PublicFact;
import kr.dangol.market.PublicFacts;
import kr.dangol.market.Series;
import kr.dangol.platform.outside.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Instagram hashtag search. What was posted within a day is gone the next, so that every tag is
/// read each night. Likes and comments are added up by tag and week and not kept by post.
@Component
class InstagramHashtags implements Source {

    private static final SourceKey KEY = SourceKey.INSTAGRAM;
    private static final int PAGE = 50;
    private static final int SHOWN = 12;
    private static final int SHOWN_LETTERS = 60;
    private static final Pattern VERSION = Pattern.compile(".*/v\\d+(\\.\\d+)?$");
    private static final String FIELDS =
            "id,caption,comments_count,like_count,media_type,permalink,timestamp";

    private final IntakeProperties.Instagram settings;
    private final String base;
    private final Outside outside;
    private final HashtagLedger ledger;
    private final SourceStates states;
    private final Items items;
    private final Texts texts;
    private final PublicFacts market;
    private final TransactionTemplate transactions;
    private final Clock clock;

    InstagramHashtags(
            IntakeProperties properties,
            Providers providers,
            HashtagLedger ledger,
            SourceStates states,
            Items items,
            Texts texts,
            PublicFacts market,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = properties.instagram();
        var given = BaseUrl.of(settings.baseUrl(), "https://graph.facebook.com");
        this.base = VERSION.matcher(given).matches() ? given : given + "/" + settings.version();
        this.outside = providers.instagram();
        this.ledger = ledger;
        this.states = states;
        this.items = items;
        this.texts = texts;
        this.market = market;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings()
                .need("INSTAGRAM_ACCESS_TOKEN", settings.accessToken())
                .need("INSTAGRAM_USER_ID", settings.userId())
                .missing();
    }

    /// Does not ask for a tag: those are few.
    @Override
    public void probe() {
        outside.get(
                address("/" + user() + "/recently_searched_hashtags?limit=1"),
                Map.of(),
                GraphAnswer::read);
    }

    @Override
    public void fetch(Work work) {
        work.total(settings.tags().size());
        SourceFault full = null;
        for (var tag : settings.tags()) {
            try {
                read(tag, node(tag), work);
            } catch (SourceFault fault) {
                if (fault.fault() != Fault.QUOTA_REACHED || ledger.used() < HashtagLedger.MOST) {
                    throw fault;
                }
                // Those that are open already may still be asked for.
                full = fault;
            }
            work.done(1);
            work.checkpoint();
        }
        if (full != null) {
            throw full;
        }
    }

    /// Known or not, a tag must be open in the ledger before its posts are asked for.
    private String node(String tag) {
        ledger.ask(tag);
        return ledger.node(tag)
                .orElseGet(() -> {
                    var found =
                            outside.get(
                                    address(
                                            "/ig_hashtag_search?user_id="
                                                    + user()
                                                    + "&q="
                                                    + encoded(tag)),
                                    Map.of(),
                                    GraphAnswer::read);
                    var node = found.nodeId();
                    ledger.remember(tag, node);
                    return node;
                });
    }

    private void read(String tag, String node, Work work) {
        var seen = new HashSet<String>();
        String after = null;
        for (var number = 0; number < settings.pagesPerTag(); number++) {
            var page = page(node, after);
            // The cursor may stay the same from page to page; posts that repeat are the end.
            var posts = page.posts().stream().filter(each -> seen.add(each.id())).toList();
            if (posts.isEmpty()) {
                return;
            }
            take(tag, posts, work);
            if (number == 0) {
                show(tag, posts);
            }
            work.checkpoint();
            after = page.after();
            if (after == null) {
                return;
            }
        }
        work.refuse("한 태그에서 읽을 쪽수를 다 썼어요.", "#" + tag, 1);
    }

    private void take(String tag, List<GraphAnswer.Post> posts, Work work) {
        var byKey = new HashMap<String, GraphAnswer.Post>();
        posts.forEach(each -> byKey.put(each.id(), each));
        var fresh =
                transactions.execute(_ -> {
                    var added = items.add(posts.stream().map(each -> item(each, tag)).toList());
                    for (var key : added) {
                        var post = byKey.get(key);
                        if (post != null) {
                            ledger.addToWeek(
                                    tag, week(post.day()), 1, post.likes(), post.comments());
                        }
                    }
                    return added.size();
                });
        work.count("received", posts.size());
        work.count("new", fresh);
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Item item(GraphAnswer.Post post, String tag) {
        return new Item(KEY, post.id(), tag, post.link(), post.day(), null, post.text());
    }

    private void show(String tag, List<GraphAnswer.Post> posts) {
        states.show(
                KEY,
                posts.stream()
                        .limit(SHOWN)
                        .map(each -> {
                            var text = each.text();
                            var row = new LinkedHashMap<String, String>();
                            row.put("태그", "#" + tag);
                            row.put(
                                    "글",
                                    text.length() > SHOWN_LETTERS
                                            ? text.substring(0, SHOWN_LETTERS) + "…"
                                            : text);
                            row.put("날짜", each.day().toString());
                            return row;
                        })
                        .toList());
    }

    private GraphAnswer page(String node, @Nullable String after) {
        var rest =
                "/"
                        + encoded(node)
                        + "/recent_media?user_id="
                        + user()
                        + "&fields="
                        + encoded(FIELDS)
                        + "&limit="
                        + PAGE;
        return outside.get(
                address(after == null ? rest : rest + "&after=" + encoded(after)),
                Map.of(),
                GraphAnswer::read);
    }

    @Override
    public void clean(Work work) {
        texts.clean(KEY, work);
    }

    @Override
    public void store(Work work) {
        texts.store(KEY, work);
        var today = LocalDate.now(clock);
        var whole = week(today).minusWeeks(1);
        var facts =
                ledger.posts(whole).entrySet().stream()
                        .map(each -> new PublicFact("#" + each.getKey(), null, each.getValue()))
                        .toList();
        if (!facts.isEmpty()) {
            market.publish(Series.HASHTAG_POSTS, whole.toString(), whole.plusDays(6), facts);
        }
    }

    private String user() {
        return encoded(Settings.given(settings.userId()));
    }

    private URI address(String rest) {
        return URI.create(
                base + rest + "&access_token=" + encoded(Settings.given(settings.accessToken())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
