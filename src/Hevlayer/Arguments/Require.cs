using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hevlayer;

/// <summary>Checks of arguments before anything is sent; each message says which, what was wrong and what is allowed.</summary>
internal static class Require
{
    public static string Id(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.Trim().Length > 0
            ? WholeText(value, name)
            : throw new ArgumentException("The id or name is empty; at least one character that is not white space is needed.", name);
    }

    /// <summary>An id or a name that stands in the path of an address.</summary>
    public static string PathSegment(string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Id(value, name) is "." or ".."
            ? throw new ArgumentException($"The name is '{value}', which servers on the way take for a step in the path; any other text is allowed.", name)
            : value;

    /// <summary>A text that must arrive unchanged: an unpaired surrogate would arrive as U+FFFD, and two ids could become
    /// one.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? WholeText(string? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Surrogates.FirstLone(value) is var at and >= 0
            ? throw new ArgumentException($"Character {at} is half of a surrogate pair, which no request can carry; ids and names need whole characters.", name)
            : value;

    /// <summary>Names that go out as one text, with commas between them.</summary>
    [return: NotNullIfNotNull(nameof(names))]
    public static IReadOnlyList<string>? Joinable(IReadOnlyList<string>? names, [CallerArgumentExpression(nameof(names))] string? name = null)
    {
        for (var index = 0; index < names?.Count; index++)
        {
            if (Id(names[index], $"{name}[{index}]").Contains(',', StringComparison.Ordinal))
            {
                throw new ArgumentException($"The name is '{names[index]}', and a comma separates the names of this list; a name without one is needed.", $"{name}[{index}]");
            }
        }

        return names;
    }

    public static T Given<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    public static string Text(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.Trim().Length > 0
            ? value
            : throw new ArgumentException("The text is empty; at least one character that is not white space is needed.", name);
    }

    public static IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, [CallerArgumentExpression(nameof(items))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items.Count > 0
            ? items
            : throw new ArgumentException("The list is empty; at least one element is needed.", name);
    }

    public static IReadOnlyList<string> Ids(IReadOnlyList<string> ids, [CallerArgumentExpression(nameof(ids))] string? name = null)
    {
        Some(ids, name);
        return EachId(ids, name);
    }

    /// <summary>A list that may be empty, or not be there, and holds ids or names.</summary>
    [return: NotNullIfNotNull(nameof(ids))]
    public static IReadOnlyList<string>? EachId(IReadOnlyList<string>? ids, [CallerArgumentExpression(nameof(ids))] string? name = null)
    {
        for (var index = 0; index < ids?.Count; index++)
        {
            if (IsNoId(ids[index]))
            {
                Id(ids[index], $"{name}[{index}]");
            }
        }

        return ids;
    }

    public static void Positive(long? value, string name)
    {
        if (value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be more than zero.");
        }
    }

    public static void Positive(TimeSpan? value, string name)
    {
        if (value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be more than zero.");
        }
    }

    public static void InRange(int? value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be from {least} to {most}.");
        }
    }

    public static void AtMost(TimeSpan? value, TimeSpan most, string name)
    {
        if (value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The value must be at most {most}.");
        }
    }

    public static void NotNegative(TimeSpan? value, string name)
    {
        if (value < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must not be negative.");
        }
    }

    public static void DistinctIds<T>(IReadOnlyList<T> items, Func<T, string> idOf, string name)
    {
        var seen = items.Count > 1 ? new HashSet<string>(items.Count, StringComparer.Ordinal) : null;
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not { } item)
            {
                throw new ArgumentNullException($"{name}[{index}]");
            }

            var id = idOf(item);
            if (IsNoId(id))
            {
                Id(id, $"{name}[{index}].Id");
            }

            if (seen?.Add(id) == false)
            {
                throw new ArgumentException($"The id '{id}' is used twice; within one call each id is needed once.", $"{name}[{index}].Id");
            }
        }
    }

    // Names of elements are made only for errors.
    private static bool IsNoId(string? id) => string.IsNullOrWhiteSpace(id) || Surrogates.FirstLone(id) >= 0;
}
