package kr.dangol.intake.source.naver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Naver blog search, newest posts first. A search reaches no further than 1,099 posts; one that
/// was read through before ends where it meets a page it knows.
@Component
class NaverBlogs implements Source {

    private static final SourceKey KEY = SourceKey.NAVER;
    private static final int DISPLAY = 100;
    private static final int LAST_START = 1_000;
    private static final int SHOWN = 12;

    private final IntakeProperties.Naver settings;
    private final Outside outside;
    private final SourceStates states;
    private final Items items;
    private final Texts texts;
    private final PublicFacts market;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NaverBlogs(
            IntakeProperties properties,
            Providers providers,
            SourceStates states,
            Items items,
            Texts texts,
            PublicFacts market,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = properties.naver();
        this.outside = providers.naver();
        this.states = states;
        this.items = items;
        this.texts = texts;
        this.market = market;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How far each search is on that day, by where its next page starts; those that were read
    /// through, and on which day.
    record Cursor(LocalDate day, Map<String, Integer> next, Map<String, LocalDate> through) {

        Cursor on(LocalDate today) {
            return day.equals(today) ? this : new Cursor(today, Map.of(), through);
        }

        Cursor reached(String query, int start) {
            var more = new HashMap<>(next);
            more.put(query, start);
            return new Cursor(day, more, through);
        }

        Cursor finished(String query) {
            var more = new HashMap<>(through);
            more.put(query, day);
            return new Cursor(day, next, more);
        }

        boolean isFinished(String query) {
            return day.equals(through.get(query));
        }
    }

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings()
                .need("NAVER_CLIENT_ID", settings.clientId())
                .need("NAVER_CLIENT_SECRET", settings.clientSecret())
                .missing();
    }

    @Override
    public void probe() {
        page(settings.queries().getFirst(), 1, 1);
    }

    @Override
    public void fetch(Work work) {
        var today = LocalDate.now(clock);
        var cursor =
                states.cursor(KEY, Cursor.class)
                        .orElse(new Cursor(today, Map.of(), Map.of()))
                        .on(today);
        work.total(settings.queries().size());
        for (var query : settings.queries()) {
            // A run of the same day asks again only for what is new.
            cursor =
                    search(
                            cursor.isFinished(query) ? cursor.reached(query, 1) : cursor,
                            query,
                            work);
            work.done(1);
        }
    }

    private Cursor search(Cursor from, String query, Work work) {
        var cursor = from;
        var wasRead = cursor.through().containsKey(query);
        var oldest = LocalDate.now(clock).minusDays(settings.days());
        for (int start = cursor.next().getOrDefault(query, 1);
                start <= LAST_START;
                start += DISPLAY) {
            var page = page(query, start, DISPLAY);
            var found = page.posts().stream().map(each -> item(each, query)).toList();
            var wanted =
                    found.stream()
                            .filter(each ->
                                    each.writtenOn() == null || !each.writtenOn().isBefore(oldest))
                            .toList();
            var next = cursor.reached(query, start + DISPLAY);
            var fresh =
                    transactions.execute(_ -> {
                        states.saveCursor(KEY, next);
                        return items.add(wanted).size();
                    });
            cursor = next;
            work.count("received", found.size());
            work.count("new", fresh);
            if (start == 1) {
                show(found);
            }
            work.checkpoint();
            var reachesBack = wanted.size() < found.size();
            if (found.size() < DISPLAY || reachesBack || (wasRead && fresh == 0)) {
                break;
            }
        }
        var finished = cursor.finished(query);
        states.saveCursor(KEY, finished);
        return finished;
    }

    private static Item item(BlogPage.Post post, String query) {
        return new Item(
                KEY, post.link(), query, post.link(), post.day(), post.title(), post.text());
    }

    private void show(List<Item> found) {
        states.show(
                KEY,
                found.stream()
                        .limit(SHOWN)
                        .map(each -> {
                            var row = new LinkedHashMap<String, String>();
                            row.put("검색어", each.query());
                            row.put("제목", String.valueOf(each.title()));
                            row.put("날짜", String.valueOf(each.writtenOn()));
                            row.put("주소", each.link());
                            return row;
                        })
                        .toList());
    }

    @Override
    public void clean(Work work) {
        texts.clean(KEY, work);
    }

    /// Cases, and how much was written: posts by their day, not the search's own total, which
    /// drifts.
    @Override
    public void store(Work work) {
        texts.store(KEY, work);
        var today = LocalDate.now(clock);
        var facts =
                items.postsOfWeek(KEY, today).entrySet().stream()
                        .map(each -> new PublicFact(each.getKey(), null, each.getValue()))
                        .toList();
        if (!facts.isEmpty()) {
            market.publish(Series.BLOG_POSTS, today.toString(), today, facts);
        }
    }

    private BlogPage page(String query, int start, int display) {
        var words = URLEncoder.encode(query, StandardCharsets.UTF_8);
        var rest = "?query=" + words + "&display=" + display + "&start=" + start + "&sort=date";
        var id = Settings.given(settings.clientId());
        var secret = Settings.given(settings.clientSecret());
        if (settings.isHub()) {
            var base = BaseUrl.of(settings.baseUrl(), "https://naverapihub.apigw.ntruss.com");
            return outside.get(
                    URI.create(base + "/search/v1/blog" + rest + "&format=json"),
                    Map.of("X-NCP-APIGW-API-KEY-ID", id, "X-NCP-APIGW-API-KEY", secret),
                    BlogPage::read);
        }
        var base = BaseUrl.of(settings.baseUrl(), "https://openapi.naver.com");
        return outside.get(
                URI.create(base + "/v1/search/blog.json" + rest),
                Map.of("X-Naver-Client-Id", id, "X-Naver-Client-Secret", secret),
                BlogPage::read);
    }
}
