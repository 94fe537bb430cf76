package kr.dangol.platform.security;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import kr.dangol.platform.CallerTokens;
import kr.dangol.platform.NotSignedIn;
import kr.dangol.platform.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.InvalidCsrfTokenException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may call what: a session cookie with CSRF protection for browsers, bearer tokens for
/// programs.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /// Fits a Vite build with Mantine, which sets styles inline; scripts only ever come from us.
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                    + " font-src 'self' data:; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            CallerTokens tokens,
            Problems problems,
            CsrfTokenRepository csrf,
            SecurityContextRepository contexts,
            @Value("${dangol.actuator.open}") boolean actuatorOpen,
            @Value("${dangol.actuator.loopback}") boolean actuatorLoopback) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .csrf(each ->
                        each.csrfTokenRepository(csrf)
                                .csrfTokenRequestHandler(new CsrfHeader())
                                .requireCsrfProtectionMatcher(new CsrfRule()))
                .addFilterBefore(new BearerTokenFilter(tokens, problems), CsrfFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ASYNC,
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers("/api/auth/**")
                                .permitAll()
                                .requestMatchers("/api/ops/**")
                                .hasRole("OPERATOR")
                                .requestMatchers("/api/**")
                                .authenticated()
                                // For gateways and container engines: they tell nothing but up or
                                // down.
                                .requestMatchers(
                                        "/actuator/health/liveness", "/actuator/health/readiness")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access(actuator(actuatorOpen, actuatorLoopback))
                                .anyRequest()
                                .permitAll())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, e) ->
                                        problems.write(new NotSignedIn(), request, response))
                                .accessDeniedHandler((request, response, e) ->
                                        problems.write(
                                                isCsrf(e) ? Forbidden.csrf() : Forbidden.role(),
                                                request,
                                                response)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                // Static files set their own caching; API answers get `no-store` from this writer.
                .frameOptions(frames -> frames.deny());
    }

    private static boolean isCsrf(Exception e) {
        return e instanceof InvalidCsrfTokenException || e instanceof MissingCsrfTokenException;
    }

    private static AuthorizationManager<RequestAuthorizationContext> actuator(
            boolean open, boolean loopback) {
        return (authentication, context) -> {
            var caller = authentication.get();
            var operator =
                    caller instanceof SignedIn signedIn
                            && signedIn.getAuthorities().stream()
                                    .anyMatch(role -> "ROLE_OPERATOR".equals(role.getAuthority()));
            return new AuthorizationDecision(
                    open
                            || operator
                            || (loopback && isLoopback(context.getRequest().getRemoteAddr())));
        };
    }

    private static boolean isLoopback(String address) {
        try {
            // A literal address: no name is looked up.
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /// Callers are signed in by this module alone; without this bean Spring Boot would make up a
    /// user with a printed password.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new AuthenticationServiceException("Not in use");
        };
    }
}
