package kr.dangol.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// The web application's files, and its start page for every address that only the browser's router
/// knows.
final class StaticFiles {

    private static final String LOCATION = "classpath:/static/";

    private StaticFiles() {}

    static void register(ResourceHandlerRegistry registry) {
        // Vite puts a hash of the content into these names.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(LOCATION + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(LOCATION)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new StartPageFallback());
    }

    private static final class StartPageFallback extends PathResourceResolver {

        private final Resource startPage = new ClassPathResource("static/index.html");

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            var found = super.resolveResourceInternal(request, path, locations, chain);
            if (found == null && request != null && isPage(request, path) && startPage.exists()) {
                return startPage;
            }
            return found;
        }

        private static boolean isPage(HttpServletRequest request, String path) {
            var accept = request.getHeader(HttpHeaders.ACCEPT);
            return !path.startsWith("api/")
                    && !path.startsWith("actuator")
                    && !path.startsWith("v3/")
                    && accept != null
                    && accept.contains("text/html");
        }
    }
}
