package kr.dangol;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(Dangol.class).verify();
    }
}
