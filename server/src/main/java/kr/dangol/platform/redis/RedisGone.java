package kr.dangol.platform.redis;

/// Redis did not answer in time, or not at all. Whoever asked does without.
public final class RedisGone extends RuntimeException {

    RedisGone(String why) {
        super(why);
    }

    RedisGone(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
