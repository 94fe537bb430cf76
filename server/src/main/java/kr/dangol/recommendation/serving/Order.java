package kr.dangol.recommendation.serving;

import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.planning.Brief;

/// What an owner asks for.
public record Order(AccountId owner, Shop shop, Brief brief) {}
