using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Stops the host at start, with every problem named, when the options of a source worker cannot work.</summary>
internal sealed class ValidateSourceWorkerOptions : IValidateOptions<SourceWorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, SourceWorkerOptions options) =>
        SourceWorkerRules.Problems(options).Select(problem => $"{WorkerSections.OfSource(name)}: {problem}").ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}
