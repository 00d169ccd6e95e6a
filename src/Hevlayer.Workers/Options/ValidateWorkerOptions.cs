using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Stops the host at start, with every problem named, when the options of a worker cannot work.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <param name="problems">Finds what is wrong.</param>
/// <param name="section">Names the configuration section of a worker.</param>
internal sealed class ValidateWorkerOptions<TOptions>(Func<TOptions, IEnumerable<string>> problems, Func<string?, string> section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        problems(options).Select(problem => $"{section(name)}: {problem}").ToList() is { Count: > 0 } found
            ? ValidateOptionsResult.Fail(found)
            : ValidateOptionsResult.Success;
}
