# Sourced after system.sh by porthole, verify and jpackage/build.sh: which JDK, which Maven, and what to say when there is none.
# shellcheck shell=sh

# True if $1 is the home of a JDK 25 or later; leaves it in jdk and its version in jdk_version.
# The release file spares the start of a JVM.
is_jdk25() {
    [ -x "$1/bin/javac" ] || return 1
    jdk_version=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" = JAVA_VERSION ] || continue
            value=${value#\"}
            jdk_version=${value%\"*}
            break
        done < "$1/release"
    else
        jdk_version=$("$1/bin/javac" -version 2>/dev/null) || return 1
        jdk_version=${jdk_version#javac }
    fi
    major=${jdk_version%%[!0-9]*}
    [ "${major:-0}" -ge 25 ] || return 1
    jdk=$1
}

find_jdk() {
    if [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; then
        return 0
    fi
    if on_path=$(command -v javac 2>/dev/null); then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf %s "$on_path")
        if is_jdk25 "${on_path%/bin/javac}"; then
            return 0
        fi
    fi
    for place in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
        "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
        if is_jdk25 "$place"; then
            return 0
        fi
    done
    if [ -x /usr/libexec/java_home ] && place=$(/usr/libexec/java_home -v 25+ 2>/dev/null) && is_jdk25 "$place"; then
        return 0
    fi
    return 1
}

apt_offers() {
    case $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) in
        *'Candidate: (none)'*) return 1 ;;
        *'Candidate: '*) return 0 ;;
        *) return 1 ;;
    esac
}

# The command that installs a JDK 25 on this very system; nothing where its package sources have none.
jdk_command() {
    if has apt-get; then
        for package in temurin-25-jdk openjdk-25-jdk; do
            if apt_offers "$package"; then
                as_root "apt-get install -y $package"
                return
            fi
        done
    elif has dnf; then
        if [ -n "$(dnf -q repoquery java-25-openjdk-devel 2>/dev/null)" ]; then as_root 'dnf install java-25-openjdk-devel'; fi
    elif has pacman; then
        if pacman -Si jdk25-openjdk >/dev/null 2>&1; then as_root 'pacman -S jdk25-openjdk'; fi
    elif has zypper; then
        if zypper -q info java-25-openjdk-devel 2>/dev/null | grep -q '^Name'; then as_root 'zypper install java-25-openjdk-devel'; fi
    elif has apk; then
        if [ -n "$(apk search -e openjdk25 2>/dev/null)" ]; then as_root 'apk add openjdk25'; fi
    elif has brew; then
        if [ "$(uname)" = Darwin ]; then printf 'brew install --cask temurin@25'; else printf 'brew install openjdk'; fi
    fi
}

no_jdk() {
    fix=$(jdk_command)
    printf '%s needs JDK 25 or later, and neither JAVA_HOME, PATH nor the usual places have one: ' "$1"
    if [ -n "$fix" ]; then
        printf '%s\n' "$fix"
    else
        printf '%s\n' "the package sources set up here offer none, so take Temurin 25 from https://adoptium.net, unpack it and set JAVA_HOME to it."
    fi
}

maven_command() {
    if has apt-get; then
        as_root 'apt-get update && '
        as_root 'apt-get install -y maven'
    elif has dnf; then as_root 'dnf install maven'
    elif has pacman; then as_root 'pacman -S maven'
    elif has zypper; then as_root 'zypper install maven'
    elif has apk; then as_root 'apk add maven'
    elif has brew; then printf 'brew install maven'
    else printf 'take it from https://maven.apache.org/download.cgi and put its bin folder on PATH'
    fi
}

no_maven() {
    printf '%s builds with Maven 3.8 or later, and mvn is not on PATH: %s\n' "$1" "$(maven_command)"
}

# Maven itself runs on that JDK: the jar plugin on an older one cannot read the module descriptor.
# The Unsafe option keeps Maven 3.8's own libraries from warning on every start.
use_maven() {
    JAVA_HOME=$jdk
    MAVEN_OPTS="${MAVEN_OPTS-} --sun-misc-unsafe-memory-access=allow"
    export JAVA_HOME MAVEN_OPTS
}
