using System.Globalization;

namespace Hevlayer.Tests.Registration;

public sealed class CultureTests
{
    [Fact]
    public void Culture_OfTheRun_IsTheOneAskedFor() =>
        Assert.Equal(Environment.GetEnvironmentVariable("TEST_CULTURE") ?? CultureInfo.CurrentCulture.Name, CultureInfo.CurrentCulture.Name);
}
