using System.Text.RegularExpressions;

namespace Hevlayer.Conventions.Tests;

/// <summary>No image is built here, so what each Dockerfile says is compared with the project that it is about.</summary>
public sealed partial class DockerfileTests
{
    public static TheoryData<string> Dockerfiles => [.. new[] { "src", "samples" }
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "Dockerfile", SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Dockerfiles))]
    public void Dockerfile_PublishesItsProject_AndStartsWhatThatMakes(string path)
    {
        var text = Repository.Read(path);

        var folder = Publish().Match(text).Groups[1].Value;
        var project = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj"));
        var named = AssemblyName().Match(File.ReadAllText(project)).Groups[1].Value;
        var program = Entry().Match(text).Groups[1].Value;

        Assert.Equal(Path.GetDirectoryName(path)!.Replace('\\', '/'), folder);
        Assert.Equal($"{(named.Length > 0 ? named : Path.GetFileNameWithoutExtension(project))}.dll", program);
        Assert.All(From().Matches(text), static image => Assert.EndsWith(":10.0", image.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains("\nUSER $APP_UID\n", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"dotnet publish (\S+) -c Release -o /app")]
    private static partial Regex Publish();

    [GeneratedRegex("<AssemblyName>([^<]+)</AssemblyName>")]
    private static partial Regex AssemblyName();

    [GeneratedRegex("""^ENTRYPOINT \["dotnet", "([^"]+)""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex From();
}
