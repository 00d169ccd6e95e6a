namespace Hevlayer.Benchmarks.Tests;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(1_000_000, 200_000, 5)]
    [InlineData(600, 200, 3)]
    [InlineData(592, 200, 3)]
    [InlineData(101.2, 25, 5)]
    [InlineData(0.7, 0.2, 4)]
    public void Axis_HasFewRoundMarksAndRoomForAll(double largest, double step, int steps)
    {
        var axis = ScaleAxis.For(largest);

        Assert.Equal(step, axis.Step, 9);
        Assert.Equal(steps, axis.Steps);
        Assert.True(axis.Length >= largest);
    }

    [Fact]
    public void Costs_OfTheFirstTenth_LeaveTheWarmUpOut()
    {
        var points = Points(static number => number == 1 ? 900 : number <= 5 ? 100 : number > 36 ? 110 : 500);

        Assert.Equal(100, ScaleCosts.First(points).Time, 6);
        Assert.Equal(110, ScaleCosts.Last(points).Time, 6);
        Assert.Equal(50, ScaleCosts.First(points).Worker, 6);
        Assert.Equal(25, ScaleCosts.First(points).Gateway, 6);
    }

    [Fact]
    public void Picture_HasALineForEachFigure()
    {
        var svg = ScalePicture.Draw(Points(static _ => 100));

        Assert.Equal(5, svg.Split("<polyline").Length - 1);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);
    }

    private static List<ScalePoint> Points(Func<int, double> cost)
    {
        List<ScalePoint> points = [new(0, default, new(1 << 26, default), 1 << 20, new(1 << 27, default))];
        for (var number = 1; number <= 40; number++)
        {
            var last = points[^1];
            var time = TimeSpan.FromMicroseconds(cost(number) * 1000);
            points.Add(last with
            {
                Documents = number * 1000,
                Elapsed = last.Elapsed + time,
                Worker = last.Worker with { Processor = last.Worker.Processor + (time / 2) },
                Gateway = last.Gateway with { Processor = last.Gateway.Processor + (time / 4) },
            });
        }

        return points;
    }
}
