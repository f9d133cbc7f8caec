package io.sallyport.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sallyport.gateway.vault.Routes.Route;

class RoutesTest {
    private static final List<String> MOUNTS = List.of("db", "db/deep", "mariadb");

    private static Route route(String method, String target) {
        return Routes.of(method, target, MOUNTS);
    }

    private static void leads(String method, String target, VaultRequest request) {
        assertThat(route(method, target)).isEqualTo(new Route.To(request));
    }

    private static VaultRequest.Read read(String mount, String key, @Nullable Integer version) {
        return new VaultRequest.Read(new SecretPath(mount, key), version);
    }

    @Test
    void everyPathLeadsToOneRequest() {
        SecretPath one = new SecretPath("mariadb", "1");
        leads("GET", "/v1/mariadb/data/1", read("mariadb", "1", null));
        leads("GET", "/v1/mariadb/data/1?version=0", read("mariadb", "1", null));
        leads("GET", "/v1/mariadb/data/1?x=y&version=12", read("mariadb", "1", 12));
        leads("POST", "/v1/mariadb/data/1", new VaultRequest.Write(one));
        leads("PUT", "/v1/mariadb/data/1", new VaultRequest.Write(one));
        leads("DELETE", "/v1/mariadb/data/1", new VaultRequest.Delete(one));
        leads("POST", "/v1/mariadb/delete/1", new VaultRequest.DeleteVersions(one));
        leads("PUT", "/v1/mariadb/undelete/1", new VaultRequest.UndeleteVersions(one));
        leads("POST", "/v1/mariadb/destroy/1", new VaultRequest.Destroy(one));
        leads("DELETE", "/v1/mariadb/metadata/1", new VaultRequest.Destroy(one));
        leads("GET", "/v1/mariadb/metadata/1", new VaultRequest.ReadMetadata(one));
        leads("GET", "/v1/mariadb/metadata/?list=true", new VaultRequest.List("mariadb", ""));
        leads("GET", "/v1/mariadb/metadata?list=true", new VaultRequest.List("mariadb", ""));
        leads("LIST", "/v1/mariadb/metadata/a/b", new VaultRequest.List("mariadb", "a/b/"));
        leads("GET", "/v1/mariadb/config", new VaultRequest.Config("mariadb"));
        leads("GET", "/v1/sys/mounts/mariadb", new VaultRequest.Mount("mariadb"));
        leads("GET", "/v1/sys/mounts/mariadb/tune", new VaultRequest.Tune("mariadb"));
        leads("GET", "/v1/sys/mounts/mariadb/a/b/tune", new VaultRequest.Tune("mariadb"));
        leads("GET", "/v1/sys/internal/ui/mounts/mariadb/1", new VaultRequest.Mount("mariadb"));
        leads("GET", "/v1/auth/token/lookup-self", new VaultRequest.LookupSelf());
    }

    @Test
    void theLongestMountCountsAndKeysMayHoldAnything() {
        leads("GET", "/v1/db/deep/data/x", read("db/deep", "x", null));
        leads("GET", "/v1/db/data/deep/x", read("db", "deep/x", null));
        leads("GET", "/v1/db/data/Mzdf+SU5O/REI=", read("db", "Mzdf+SU5O/REI=", null));
        leads("GET", "/v1/db/data/a%2Fb%20%C3%BC", read("db", "a/b ü", null));
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/other/data/1", "GET, /v1/mariadbx/data/1", "GET, /v1/mariadb",
            "GET, /v1/sys/mounts/other/tune", "GET, /v1/sys/mounts/tune", "GET, /v1/sys/seal",
            "GET, /v1/"})
    void whatNoMountReachesIsNotAllowed(String method, String target) {
        assertThat(route(method, target)).isInstanceOf(Route.NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/mariadb/data/", "/v1/mariadb/data", "/v1/mariadb/data/../x",
            "/v1/mariadb/data/a/../../x", "/v1/mariadb/data/%2e%2e/x", "/v1/mariadb/data//x",
            "/v1/mariadb/data/a%2", "/v1/mariadb/data/a%zz", "/v1/mariadb/data/%ff",
            "/v1/mariadb/data/a%00b", "/v1/mariadb/data/a%0d%0ab", "/v1/mariadb/data/1?version=x",
            "/v1/mariadb/data/1?version=-1", "/v1/mariadb/nothing/1", "/v2/mariadb/data/1"})
    void whatIsNoPathLeadsNowhere(String target) {
        assertThat(route("GET", target)).isInstanceOf(Route.Nowhere.class);
    }

    @Test
    void otherMethodsAreNotTaken() {
        assertThat(route("POST", "/v1/mariadb/config")).isInstanceOf(Route.OtherMethod.class);
        assertThat(route("POST", "/v1/mariadb/metadata/1")).isInstanceOf(Route.OtherMethod.class);
        assertThat(route("LIST", "/v1/mariadb/data/1")).isInstanceOf(Route.OtherMethod.class);
        assertThat(route("DELETE", "/v1/sys/mounts/mariadb"))
                .isInstanceOf(Route.OtherMethod.class);
    }
}
