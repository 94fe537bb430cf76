package kr.dangol;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// Starts Dangol: one process on embedded defaults, or one of many identical ones on real services.
@SpringBootApplication
@Modulithic(
        systemName = "Dangol",
        sharedModules = {"shared", "platform"})
public class Dangol {

    public static void main(String[] args) {
        SpringApplication.run(Dangol.class, args);
    }
}
