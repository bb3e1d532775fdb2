@echo off
rem Porthole from the checkout: builds when a source is newer than the build, then starts. No words: the window.
rem Words: the command line. What stops it here, before the program, ends with 3, which is UNKNOWN to a monitor.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "TARGET=%HOME_DIR%\target"

set "JDK="
if defined JAVA_HOME call :is_jdk25 "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :is_jdk25 "%%~dpJ.."
if not defined JDK for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\temurin25-jdk\current") do if not defined JDK call :is_jdk25 "%%~J"
if not defined JDK (
    echo Porthole needs JDK 25 or later, and neither JAVA_HOME, PATH nor the usual places have one: winget install EclipseAdoptium.Temurin.25.JDK>&2
    exit /b 3
)

call :is_stale
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 3
)

rem The AOT cache asks for the jars one by one.
set "MODULES="
for %%J in ("%TARGET%\porthole-*.jar") do set "MODULES=%%~fJ"
for %%J in ("%TARGET%\lib\*.jar") do call :add_module "%%~fJ"

set "WINDOW="
if "%~1"=="" set "WINDOW=1"
for %%O in (--timings --screenshot --theme --view --size) do if "%~1"=="%%O" set "WINDOW=1"
if defined WINDOW (
    "%JDK%\bin\java" @"%HOME_DIR%\jpackage\jvm-options" -p "%MODULES%" -m dev.porthole/dev.porthole.ui.Main %*
    exit /b
)

set "CACHE=%TARGET%\cli.aot"
if not exist "%CACHE%" call :train
set "CACHE_OPTION="
for %%F in ("%CACHE%") do if exist "%%~F" if not %%~zF==0 set CACHE_OPTION="-XX:AOTCache=%CACHE%"
"%JDK%\bin\java" @"%HOME_DIR%\jpackage\jvm-options" @"%HOME_DIR%\jpackage\jvm-options-cli" %CACHE_OPTION% -p "%MODULES%" -m dev.porthole/dev.porthole.cli.Main %*
exit /b

rem The release file spares the start of a JVM: JAVA_VERSION="25.0.3".
:is_jdk25
if not exist "%~f1\bin\javac.exe" exit /b 1
if not exist "%~f1\release" exit /b 1
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do for /f "delims=." %%M in (%%V) do if %%M geq 25 set "JDK=%~f1"
exit /b 0

:add_module
set "MODULES=%MODULES%;%~1"
exit /b 0

:is_stale
if not exist "%TARGET%\porthole.stamp" exit /b 1
if not exist "%TARGET%\porthole-*.jar" exit /b 1
powershell -NoProfile -Command "$t = (Get-Item -LiteralPath $env:TARGET\porthole.stamp).LastWriteTimeUtc; Set-Location -LiteralPath $env:HOME_DIR; $newer = @(Get-Item pom.xml) + @(Get-ChildItem src\main, resources -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $t }; if ($newer) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>&1
if errorlevel 1 (
    echo Porthole has no build as new as its sources; it builds with Maven 3.8 or later, and mvn is not on PATH: winget has none, so take it from https://maven.apache.org/download.cgi or: scoop install maven>&2
    exit /b 1
)
echo porthole: building, which takes a minute or more the first time: Maven downloads the libraries>&2
if not exist "%TARGET%" mkdir "%TARGET%"
if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
del /q "%TARGET%\porthole-*.jar" "%TARGET%\cli.aot" "%TARGET%\porthole.stamp" 2>nul
type nul > "%TARGET%\porthole.stamp.new"
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow"
pushd "%HOME_DIR%"
call mvn -B -q -Dmaven.test.skip=true package > "%TARGET%\porthole-build.log" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
    type "%TARGET%\porthole-build.log" >&2
    echo Porthole was not built: Maven says why above and in %TARGET%\porthole-build.log.>&2
    exit /b 1
)
move /y "%TARGET%\porthole.stamp.new" "%TARGET%\porthole.stamp" >nul
exit /b 0

:train
"%JDK%\bin\java" @"%HOME_DIR%\jpackage\jvm-options" @"%HOME_DIR%\jpackage\jvm-options-cli" -XX:AOTMode=record "-XX:AOTConfiguration=%CACHE%.config" -p "%MODULES%" -m dev.porthole/dev.porthole.cli.Rehearsal >nul 2>&1
"%JDK%\bin\java" @"%HOME_DIR%\jpackage\jvm-options" @"%HOME_DIR%\jpackage\jvm-options-cli" -XX:AOTMode=create "-XX:AOTConfiguration=%CACHE%.config" "-XX:AOTCache=%CACHE%" -p "%MODULES%" -m dev.porthole/dev.porthole.cli.Main >nul 2>&1
if errorlevel 1 type nul > "%CACHE%"
del /q "%CACHE%.config" 2>nul
exit /b 0
