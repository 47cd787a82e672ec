package handlers

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/auth"
	"secobserve/db"
	"secobserve/export"
	"secobserve/handlers/rest"
	"secobserve/handlers/schema"
	"secobserve/metrics"
	"secobserve/model"
)

// metricsDays are the choices of the parameter age of the timeline in days; everything else is no limit.
var metricsDays = map[string]int{"Past 7 days": 7, "Past 30 days": 30, "Past 90 days": 90, "Past 365 days": 365}

// listTimeline shows the numbers of each day.
//
//	@Summary	Shows the numbers of each day
//	@ID	metrics_product_metrics_timeline_retrieve
//	@Tags	metrics
//	@Param	age	query	string	false	"age"
//	@Param	product_id	query	int	false	"product id"
//	@Produce	json
//	@Success	200	{object}	map[string]interface{}
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/product_metrics_timeline/	[get]
func (s *Server) listTimeline(c *call) (reply, error) {
	products, err := c.measured()
	if err != nil {
		return reply{}, err
	}
	var since model.Date
	age, _ := rest.QueryOf(c.r).Last("age")
	if days := metricsDays[age]; days > 0 {
		since = c.today().AddDays(-days)
	}
	days, err := metrics.Timeline(c.tx, products, since)
	if err != nil {
		return reply{}, err
	}
	shown := make(map[model.Date]schema.ProductMetrics, len(days)) // encoded in the order of its keys
	for day, numbers := range days {
		shown[day] = schema.ProductMetrics(*numbers)
	}
	return ok(shown), nil
}

// getCurrentMetrics shows the numbers of now.
//
//	@Summary	Shows the numbers of now
//	@ID	metrics_product_metrics_current_retrieve
//	@Tags	metrics
//	@Param	product_id	query	int	false	"product id"
//	@Produce	json
//	@Success	200	{object}	schema.ProductMetrics
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/product_metrics_current/	[get]
func (s *Server) getCurrentMetrics(c *call) (reply, error) {
	products, err := c.measured()
	if err != nil {
		return reply{}, err
	}
	numbers, err := metrics.Current(c.tx, products)
	return ok(schema.ProductMetrics(numbers)), err
}

// getMetricsStatus tells when the metrics of the timeline were calculated last.
//
//	@Summary	Tells when the metrics of the timeline were calculated last
//	@ID	metrics_product_metrics_status_retrieve
//	@Tags	metrics
//	@Produce	json
//	@Success	200	{object}	schema.ProductMetricsStatus
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/product_metrics_status/	[get]
func (s *Server) getMetricsStatus(c *call) (reply, error) {
	status, err := db.MetricsStatus.Get(c.tx)
	if err != nil {
		return reply{}, err
	}
	settings, err := db.Settings.Get(c.tx)
	last := status.LastCalculated.Std()
	if status.LastCalculated == 0 {
		last = c.now
	}
	return ok(schema.ProductMetricsStatus{LastCalculated: last.UTC().Format("2006-01-02T15:04:05.000000Z"),
		CalculationInterval: settings.BackgroundProductMetricsIntervalMinutes}), err
}

// exportMetricsCSV sends the numbers of all days as a CSV file.
//
//	@Summary	Sends the numbers of all days as a CSV file
//	@ID	metrics_export_csv_retrieve
//	@Tags	metrics
//	@Param	product_id	query	int	false	"product id"
//	@Produce	text/csv
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/export_csv/	[get]
func (s *Server) exportMetricsCSV(c *call) (reply, error) { return c.exportMetrics(asCSV) }

// exportMetricsExcel sends the numbers of all days as an Excel file.
//
//	@Summary	Sends the numbers of all days as an Excel file
//	@ID	metrics_export_excel_retrieve
//	@Tags	metrics
//	@Param	product_id	query	int	false	"product id"
//	@Produce	application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/export_excel/	[get]
func (s *Server) exportMetricsExcel(c *call) (reply, error) { return c.exportMetrics(asExcel) }

func (c *call) exportMetrics(format tableFormat) (reply, error) {
	products, err := c.measured()
	if err != nil {
		return reply{}, err
	}
	rows, count := export.Metrics(c.tx, products)
	return sendTable(c, format, "product_metrics", "Product Metrics", export.ProductMetricsColumns, count, rows)
}

// exportCodeCharta sends the active observations by source file, as CodeCharta reads them.
//
//	@Summary	Sends the active observations by source file, as CodeCharta reads them
//	@ID	metrics_export_codecharta_retrieve
//	@Tags	metrics
//	@Param	product_id	query	int	false	"product id"
//	@Produce	text/csv
//	@Success	200	{file}	binary
//	@Failure	default	{object}	schema.Message
//	@Security	api_token
//	@Security	jwt
//	@Router	/api/metrics/export_codecharta/	[get]
func (s *Server) exportCodeCharta(c *call) (reply, error) {
	p, err := c.measuredProduct()
	if err != nil && !errors.Is(err, errUnknownProduct) {
		return reply{}, err
	}
	if p == nil {
		return reply{}, rest.BadRequest("Product not found")
	}
	var files []*metrics.File
	if !p.IsProductGroup {
		files = metrics.Files(c.tx, p)
	}
	return attachment(c, `"secobserve_codecharta_metrics.csv"`, typeCSV, func(w io.Writer) error { return writeCodeCharta(w, files) }), nil
}

var codeChartaColumns = []string{"source_file", "vulnerabilities_total", "vulnerabilities_critical", "vulnerabilities_high", "vulnerabilities_medium",
	"vulnerabilities_low", "vulnerabilities_none", "vulnerabilities_unknown", "vulnerabilities_high_and_above", "vulnerabilities_medium_and_above",
	"vulnerabilities_low_and_above"}

func writeCodeCharta(w io.Writer, files []*metrics.File) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(codeChartaColumns); err != nil {
		return err
	}
	for _, f := range files {
		n := f.Severities
		total := n[0] + n[1] + n[2] + n[3] + n[4] + n[5]
		record := []string{export.DefusedName(f.Name)}
		for _, number := range []int{total, n[0], n[1], n[2], n[3], n[4], n[5], n[0] + n[1], n[0] + n[1] + n[2], n[0] + n[1] + n[2] + n[3]} {
			record = append(record, strconv.Itoa(number))
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// errUnknownProduct is returned for the id of a product that does not exist.
var errUnknownProduct = rest.NotFound(db.Products.Class())

// measured are the products that the request is about: those of the parameter product_id, else all that the caller may view.
func (c *call) measured() (*roaring.Bitmap, error) {
	p, err := c.measuredProduct()
	if err != nil {
		return nil, err
	}
	idx := db.Products.Index(c.tx)
	products := idx.EqualInt(db.Products.Column("is_product_group"), 0)
	if scope := visible(c); scope != nil {
		products = roaring.And(products, scope)
	}
	switch {
	case p == nil:
		return products, nil
	case p.IsProductGroup:
		return roaring.And(products, db.Products.Referring(c.tx, "product_group", p.ID)), nil
	default:
		return roaring.BitmapOf(uint32(p.ID)), nil
	}
}

// measuredProduct is the product or group of the parameter product_id, which the caller may view; nil without the parameter.
func (c *call) measuredProduct() (*model.Product, error) {
	value, _ := rest.QueryOf(c.r).Last("product_id")
	if value == "" {
		return nil, nil
	}
	if strings.Trim(value, "0123456789") != "" {
		return nil, rest.BadRequest("product_id must be a number")
	}
	id, err := strconv.ParseUint(value, 10, 64)
	if err != nil {
		return nil, errUnknownProduct
	}
	p, err := db.Products.Get(c.tx, model.ID(id))
	if errors.Is(err, db.ErrNotFound) {
		return nil, errUnknownProduct
	}
	if err != nil {
		return nil, err
	}
	return p, c.require(p, auth.ProductView)
}
