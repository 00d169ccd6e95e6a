namespace Hevlayer.Conventions.Tests;

/// <summary>Sets variables and takes them back. They belong to the whole process: tests that use them share a collection.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    private readonly List<(string Name, string? Before)> _changed = [];

    public EnvironmentVariables(params IEnumerable<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            _changed.Add((name, Environment.GetEnvironmentVariable(name)));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose() => _changed.ForEach(static one => Environment.SetEnvironmentVariable(one.Name, one.Before));
}
