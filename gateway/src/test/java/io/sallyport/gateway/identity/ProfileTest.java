package io.sallyport.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A profile is found by its name, and gives only what it is for. */
class ProfileTest {

    @Test
    void everyNameIsAProfileAndNoOtherIs() {
        assertThat(Profile.names()).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Profile.named(name).orElseThrow().name())
                        .isEqualTo(name));
        assertThat(Profile.named("")).isEmpty();
        assertThat(Profile.named("Default")).isEmpty();
    }

    @Test
    void eachKindnessIsOfOneProfile() {
        for (String name : Profile.names()) {
            Profile profile = Profile.named(name).orElseThrow();
            assertThat(profile.putsIvInData()).isEqualTo(name.equals("iv-in-data"));
            assertThat(profile.namesByKind()).isEqualTo(name.equals("barbican"));
            assertThat(profile.isNotified()).isEqualTo(name.equals("notified"));
            assertThat(profile.deniesAbsent()).isEqualTo(name.equals("oasis"));
            assertThat(profile.weakMechanisms()).isEqualTo(name.equals("oasis"));
        }
    }
}
