#!/usr/bin/env bash
# Judges the tests: changes the code a little, and says whether a test notices.
#
#   eng/mutants.sh                        all changes, each with the tests of its package
#   eng/mutants.sh lease- half-the-lease  those whose names contain one of the words
#   eng/mutants.sh --histories            only the histories judge, and only what they must notice
#   eng/mutants.sh --check                only says which changes no longer fit the code
#
# The changes are in eng/mutants: a name, the text that is there, what replaces it, and the tests that should notice first;
# when they don't, all tests of the package are run. A text must occur exactly once in the package, in whatever file.
# It works on a copy of what is committed, which is kept for the next time in HEVLAYER_MUTANTS_DIR.
# Ends with an error when a change went unnoticed or does not fit.
set -uo pipefail
cd "$(dirname "$0")/.."
root=$PWD
copy=${HEVLAYER_MUTANTS_DIR:-${TMPDIR:-/tmp}/hevlayer-mutants}
histories=${HEVLAYER_HISTORIES:-1000}
limit=${HEVLAYER_MUTANTS_LIMIT:-300}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
unset HEVLAYER_SEED

judge=tests
words=()
for argument in "$@"; do
  case $argument in
    --histories) judge=histories ;;
    --check) judge=none ;;
    --*) sed -n '2,13p' "$0"; exit 2 ;;
    *) words+=("$argument") ;;
  esac
done

die() { echo "$*" >&2; exit 2; }

is_meant() { # is_meant NAME
  [ ${#words[@]} -eq 0 ] && return 0
  local word
  for word in "${words[@]}"; do [[ $1 == *"$word"* ]] && return 0; done
  return 1
}

# --- reading the changes

names=() projects=() files=() olds=() news=() firsts=() serious=()

read_changes() { # read_changes FILE
  local project= line at=-1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '' | '#'*) ;;
      'package '*) project=${line#package } ;;
      '['*']'*)
        at=${#names[@]}
        names[at]=${line%%]*}
        names[at]=${names[at]#[}
        projects[at]=$project
        files[at]='*.cs' olds[at]='' news[at]='' firsts[at]='' serious[at]=no
        [[ $line == *serious* ]] && serious[at]=yes
        ;;
      'in '*) files[at]=${line#in } ;;
      '- '*) olds[at]+=${line#- }$'\n' ;;
      '+ '* | '+') news[at]+=${line#+}$'\n' ;;
      '> '*) firsts[at]=${line#> } ;;
      *) die "$1: nobody understands the line: $line" ;;
    esac
  done <"$1"
}

for file in eng/mutants/*.txt; do read_changes "$file"; done
[ "$(printf '%s\n' "${names[@]}" | sort | uniq -d | wc -l)" -eq 0 ] || die "Two changes have one name: $(printf '%s\n' "${names[@]}" | sort | uniq -d)"

# --- the copy

if [ -d "$copy/.git" ]; then
  git -C "$copy" fetch --quiet "$root" HEAD && git -C "$copy" checkout --quiet --force --detach FETCH_HEAD || die "The copy $copy cannot be brought up to date; remove it."
else
  git clone --quiet --shared --no-checkout "$root" "$copy" && git -C "$copy" checkout --quiet --detach "$(git rev-parse HEAD)" || die "There is no copy in $copy."
fi
cd "$copy" || exit 2
rm -f ./*.rsp

# --- one change

# Replaces each old text by its new one. Prints the files that it changed, or why it cannot.
apply() { # apply NUMBER
  local project=${projects[$1]} old new found text rest
  local -a before after
  mapfile -t before <<<"${olds[$1]%$'\n'}"
  mapfile -t after <<<"${news[$1]%$'\n'}"
  [ ${#before[@]} -eq ${#after[@]} ] || { echo "it has ${#before[@]} old texts and ${#after[@]} new ones"; return 1; }
  local index
  for index in "${!before[@]}"; do
    old=${before[index]} new=${after[index]# }
    found=$(grep -rlF --include="${files[$1]}" --exclude-dir=obj --exclude-dir=bin --exclude-dir=Generated -- "$old" "src/$project")
    [ -n "$found" ] || { echo "nowhere in src/$project: $old"; return 1; }
    [ "$(wc -l <<<"$found")" -eq 1 ] || { echo "in several files: $old"; return 1; }
    text=$(cat "$found"; printf x)
    text=${text%x}
    rest=${text/"$old"/}
    [[ $rest != *"$old"* ]] || { echo "more than once in $found: $old"; return 1; }
    printf '%s' "${text/"$old"/"$new"}" >"$found"
    echo "$found"
  done
}

tests_of() { [ "$1" = Hevlayer ] && echo Hevlayer.Tests || echo Hevlayer.Workers.Tests; }

# Tests of processes take their time, and tests of real time fail on a busy machine whatever the change is.
slow=(-class- '*.Processes.*' -class- '*KillTests' -class- '*TimeTests')

program() { echo "tests/$1/bin/Debug/net10.0/$1.dll"; }

# The compiler, called alone: a whole build takes several times as long. Its server is ours and ends by itself.
compiler=$(dirname "$(dotnet --list-sdks | grep "^$(dotnet --version) " | sed 's/^\(.*\) \[\(.*\)\]$/\2\/\1\/x/')")/Roslyn/bincore/csc.dll

# What a build would tell the compiler, one argument a line.
arguments_of() { # arguments_of PROJECT
  local line
  dotnet msbuild "src/$1/$1.csproj" -nologo -t:Compile -p:BuildProjectReferences=false -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false \
    -p:ProvideCommandLineArgs=true -p:SkipCompilerExecution=true -p:NonExistentFile=none -getItem:CscCommandLineArgs |
    sed -n 's/^ *"Identity": "\(.*\)",$/\1/p' | grep -v '^/noconfig$' |
    while IFS= read -r line; do printf '%b\n' "${line//\\\"/\"}"; done
}

# Compiles one assembly and lays it beside the tests that use it.
build() { # build PROJECT
  [ -s "$copy/$1.rsp" ] || arguments_of "$1" >"$copy/$1.rsp"
  (cd "src/$1" && dotnet "$compiler" /noconfig "/shared:hevlayer-mutants-$$" /keepalive:120 "@$copy/$1.rsp") >"$copy/build.log" 2>&1 || return 1
  local output
  for output in tests/{"$(tests_of "$1")",Hevlayer.Histories.Tests}/bin/Debug/net10.0; do
    if [ -f "$output/$1.dll" ]; then cp "src/$1/obj/Debug/net10.0/$1.dll" "$output/$1.dll"; fi
  done
}

# Runs tests until one fails. Prints it, and succeeds when one did.
notices() { # notices PROGRAM FILTER...
  local log=$copy/run.log status=0 failed
  HEVLAYER_HISTORIES=$histories timeout --kill-after=5 "$limit" dotnet "$(program "$1")" -noColor -stopOnFail "${@:2}" >"$log" 2>&1 || status=$?
  failed=$(sed -n 's/^ *\(.*\) \[FAIL\].*/\1/p' "$log" | head -n 1)
  if [ -n "$failed" ]; then
    echo "${failed#"$1".}"
  elif [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    echo "the time limit of $limit s"
  elif [ "$status" -ne 0 ]; then
    echo "the end of the test program, with $status"
  elif grep -q 'Total: 0' "$log"; then
    echo "NO TEST RAN: $*"
  else
    return 1
  fi
}

# The classes that are named, as filters.
filters() { local class; for class in $1; do printf '%s\n' -class "*.$class"; done; }

judge_change() { # judge_change NUMBER
  local project=${projects[$1]} first=${firsts[$1]} test
  test=$(tests_of "$project")
  if [ $judge = histories ]; then
    notices Hevlayer.Histories.Tests -class '*EmbeddingHistoriesTests' -class '*DocumentHistoriesTests'
    return
  fi
  local -a named
  mapfile -t named < <(filters "$first")
  if [ -n "$first" ] && notices "$test" "${named[@]}"; then return 0; fi
  notices "$test" "${slow[@]}"
}

# --- all of them

chosen=()
for number in "${!names[@]}"; do
  is_meant "${names[number]}" || continue
  [ $judge = histories ] && [ "${serious[number]}" = no ] && continue
  chosen+=("$number")
done
[ ${#chosen[@]} -gt 0 ] || die 'No change has such a name.'

caught=() missed=() misfits=()
if [ $judge != none ]; then
  for test in $(for number in "${chosen[@]}"; do [ $judge = histories ] && echo Hevlayer.Histories.Tests || tests_of "${projects[number]}"; done | sort -u); do
    echo "building $test"
    dotnet build "tests/$test" --nologo -v q -p:RunAnalyzers=false >build.log 2>&1 || { tail -n 20 build.log; die "$test does not build."; }
    if [ $judge = tests ] && [ -z "${HEVLAYER_MUTANTS_TRUSTED:-}" ]; then
      if found=$(notices "$test" "${slow[@]}"); then die "Without any change $test fails already: $found"; fi
    elif [ $judge = histories ] && found=$(notices "$test" -class '*EmbeddingHistoriesTests' -class '*DocumentHistoriesTests'); then
      die "Without any change the histories fail already: $found"
    fi
  done
fi

for number in "${chosen[@]}"; do
  name=${names[number]}
  if ! changed=$(apply "$number"); then
    misfits+=("$name")
    echo "DOES NOT FIT $name: $(tail -n 1 <<<"$changed")"
  elif [ $judge = none ]; then
    :
  elif ! build "${projects[number]}"; then
    misfits+=("$name")
    echo "DOES NOT BUILD $name: $(grep -m 1 -o 'error.*' build.log)"
  elif found=$(judge_change "$number"); then
    if [[ $found == 'NO TEST RAN'* ]]; then misfits+=("$name"); echo "DOES NOT FIT $name: $found"; else caught+=("$name"); echo "caught $name by $found"; fi
  else
    missed+=("$name")
    echo "missed $name"
  fi
  git checkout --quiet --force -- src
done

[ $judge = none ] || for project in $(for number in "${chosen[@]}"; do echo "${projects[number]}"; done | sort -u); do build "$project"; done
echo "${#caught[@]} caught, ${#missed[@]} missed, ${#misfits[@]} do not fit, of ${#chosen[@]}"
for name in "${missed[@]}" "${misfits[@]}"; do echo "  $name"; done
[ ${#missed[@]} -eq 0 ] && [ ${#misfits[@]} -eq 0 ]
