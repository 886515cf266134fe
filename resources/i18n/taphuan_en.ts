<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">
    <context>
        <name>taphuan</name>
        <message>
            <source> (đã đóng)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n người</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>(bỏ qua cột này)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(trống)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>/ {total} có mặt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>/ {total} học viên có mặt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 Chọn tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2 Ghép cột</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>3 Xem lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>4 Hoàn tất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>5 kỹ năng · {count} nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ai giúp tiếp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi học hôm nay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number} là ngày {day}, không phải hôm nay ({today}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number} lại diễn ra.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number} mở điểm danh từ {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number} · {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number} · {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number}: giờ kết thúc phải sau giờ bắt đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buổi {number}: {status}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>B{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bản / TDP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bản,
TDP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bản, tiểu khu có người học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bản/TDP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bảng điểm danh (Excel)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bắt đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bắt đầu với Tập Huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bắt đầu điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bỏ buổi này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bỏ đánh giá (Delete)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bối cảnh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bối cảnh chung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CHƯA LƯU {count} lượt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chiến dịch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cho thôi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cho thôi học…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chuẩn hóa mã chữ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chép</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chép chi tiết</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chép câu báo cáo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chép danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chép ảnh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chính tệp này đã được nhập lúc {when}. Nhập lại không thêm ai lần nữa.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa chọn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có học viên nào. Hãy nhập danh sách các xã gửi về.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có khóa nào</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có khóa nào. Hãy lập khóa tập huấn đầu tiên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có khóa tập huấn nào. Hãy lập khóa và các buổi học trước.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có lượt quét nào. Mời quét thẻ đầu tiên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa có lớp nào trong kỳ này. Hãy chọn kỳ khác.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa dự đủ buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa ghi gì.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa ghi gì. Bấm “Nhập” để ghi tất cả trong một lần: thêm {added}, đã có {matched}, để lại {held}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa ghi lượt quét này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa hiểu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa hoàn thành</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa hoàn thành: thiếu buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa hoàn thành: thiếu kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa lưu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa lưu {count} lượt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa rõ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa rõ xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa sao lưu lần nào</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa tham gia khóa tập huấn nào.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đánh giá xong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đóng lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đạt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đạt kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đạt: {skills}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đến</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đến (0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đến ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chưa đến ({count}) · {course} · Buổi {number} · {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chương trình</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chương trình gặp lỗi khi ghi.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chương trình gặp lỗi. Dữ liệu đã ghi vẫn an toàn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chỉ có năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chỉ có tháng và năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chỉ sửa được nội dung tự thêm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn ngày…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn tất cả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn tệp danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn tệp trên máy…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn tệp…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chọn tỉnh, thành phố</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chờ một chút</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chủ Nhật</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chức vụ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chức vụ / Tổ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chức vụ trong Tổ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chứng nhận</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chữ hoa trong tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CÁC LƯỢT QUÉT CHƯA ĐƯỢC LƯU: chưa lưu {count} lượt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Các buổi học của lớp {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Các dòng để lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Các lượt quét</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Các lượt quét được giữ theo thứ tự và tự lưu khi ghi lại được. Đừng tắt máy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Các trang</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cách viết giới tính</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cách viết ngày sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cách viết số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cách viết số điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cách xử lý</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Còn thiếu: số điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Còn {count} lượt quét đang được ghi.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có dạy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có dạy {skill}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có kết quả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có kết quả: học xong, học viên có được hoặc chưa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có kết quả: học xong, học viên có được điều này hoặc chưa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có mặt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể là thẻ cũ hoặc thẻ của nơi khác. F3: tìm theo tên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể trùng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể trùng với dòng {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể trùng với {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể trùng: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có thể để trống</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Có trong {file}, sheet “{sheet}”, dòng {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Công thức lỗi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cơ quan chủ quản</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cơ quan tổ chức</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cấp
GCN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cần quyết định</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DTTS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>DVC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danh sách (*.xlsx *.xlsm *.csv *.txt);;Mọi tệp (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danh sách học viên lớp {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danh sách khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danh sách ký tên (Excel)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Danh sách ký tên (PDF)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dân tộc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dân tộc chưa rõ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dòng chưa quyết định được để lại, không mất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dòng {row}: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dạy lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dạy lại “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dừng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dữ liệu trên máy này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dự kiến nếu đóng lớp bây giờ. {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dự {attended}/{sessions} buổi, cần ít nhất {needed} buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dự ít nhất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dự ít nhất {share}% số buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Excel (*.xlsx);;CSV (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Excel (.xlsx) hoặc CSV, dòng tiêu đề trong 20 dòng đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F5: thêm vào lớp này và điểm danh · Esc: bỏ qua</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghi cho {count} ô đang chọn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghi chú</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghi danh vào khóa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghi là</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ghép họ và tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giấy chứng nhận</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính ghi bằng dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính khác số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính khác với số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính không rõ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giới tính theo số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giờ kết thúc phải sau giờ bắt đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giữ như tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giữ như tệp / sửa như đề xuất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Giữ như tệp, để lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gõ tên xã, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gõ vài chữ, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hai buổi bắt đầu cùng một lúc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hiện số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn
thành</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn thành</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn thành / đăng ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn tác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn tác (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoàn tác lượt quét này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hoãn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Huyện (cũ)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy cho biết có phải cùng một người không</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy chép chi tiết gửi người hỗ trợ, rồi thử lại.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy chọn tỉnh, thành phố</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy chọn xã trong danh sách gợi ý</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy ghi lý do thôi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy ghi lý do vắng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy nhập họ và tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy nhập họ và tên người dùng máy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy nhập mã lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy nhập tên khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy nhập tên nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hãy thêm ít nhất một buổi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hôm nay không có buổi học nào.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ tên không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ và tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ và tên chỉ gồm chữ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ và tên có ký tự lạ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ và tên người dùng máy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Họ và tên đệm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Học viên ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Học viên khớp với nội dung đã gõ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hủy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hủy buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In thẻ QR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khai một lần. Dữ liệu chỉ nằm trên máy này; sau này sửa được ở Thiết lập.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa này chưa chọn kỹ năng nào. Hãy chọn kỹ năng ở tab Thông tin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa này chưa có buổi học nào. Hãy thêm buổi học trước.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa năm nay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa {course} đã đóng: chỉ xem, không điểm danh thêm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa đang diễn ra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Khóa đã đóng: chỉ xem đánh giá. Muốn sửa, hãy mở lại khóa.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không bắt buộc; gõ tên xã, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có ai như vậy trong lớp này. Hãy gõ lại, không cần dấu.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có ai trong danh sách này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có bảng học viên, nên bỏ qua: {sheets}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có dân tộc này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có dòng nào ở mục này.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có học viên nào khớp với bộ lọc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có học viên nào khớp với ô tìm và bộ lọc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có khóa nào khớp với ô tìm và bộ lọc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có khóa nào đang diễn ra.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có thẻ: gõ tên, số điện thoại hoặc 4 số cuối (F3).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không có trong lớp này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không ghi danh vào khóa nào</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không ghi thêm. Nếu người khác cầm thẻ: F3, tìm đúng tên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không thiếu gì.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không thấy xã, phường này trong tỉnh; hãy chọn trong danh sách gợi ý</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không tìm thấy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không tìm thấy ai. Hãy thử ít chữ hơn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không tìm thấy nội dung nào.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không tìm thấy xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Không điểm danh được</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kéo thả tệp danh sách vào đây</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kết quả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kết quả lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kết quả sau tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kỳ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kỹ năng này đã có nội dung đó</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kỹ năng đạt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loại khóa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Là</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Là cùng một người</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Là người khác, thêm mới</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lý do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lưu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lưu tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lượt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lượt quét lúc {time} không còn tính.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lần cuối: hôm nay {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lần cuối: {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lọc theo trạng thái</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lọc theo xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp chưa có buổi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp chưa có buổi học nào</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp chưa có học viên. Hãy nhập danh sách của các xã, hoặc thêm từng người.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp chưa có học viên. Hãy nhập danh sách ở tab Học viên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lớp {code} · {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mua
sắm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mua sắm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muộn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muộn {hours} giờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muộn {hours} giờ {minutes} phút</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muộn {minutes} phút</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã học viên của chương trình</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã nước +84</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mã xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mất số 0 đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mời quét thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mời vào lớp. Quét thẻ tiếp theo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở Khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở hồ sơ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở khóa {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở lại buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở lại lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở tab Học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở tab Thông tin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở tab kết quả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở thư mục</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mở tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nam (cột đánh dấu)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nguồn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày cấp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày hoặc năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh không hợp lệ; hãy ghi như 15/08/1990 hoặc 1990</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh không hợp lệ; hãy gõ như 05/03/1990 hoặc 1990</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh là số của Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày sinh và năm sinh khác nhau</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngày, tháng, năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Người giúp: {helper}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Người nhận ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Người này đã có trong lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Người tham dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Người đăng ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngừng dạy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ngừng từ {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhiều số điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhiều xã cùng tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Như địa điểm của lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhận lại vào lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhập học viên từ Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhập tệp khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhập từ Excel…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nhập {count} học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Năm nay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Năm sinh hai chữ số</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Năm sinh khác số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Năm sinh khác với số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nền tảng
khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nền tảng khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nội dung buổi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nội dung tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nội dung đã dùng trong khóa; hãy ngừng dạy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nữ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nữ (cột đánh dấu)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phân biệt người trùng tên: “con ông Ín”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phím Delete: hoàn tác lượt quét đang chọn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phải đạt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phải đạt {skill}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quay lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quá nhiều dòng để chép; hãy xuất ra Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quét lại thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quét lại thẻ nếu học viên có mặt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quét lại. Nếu vẫn không được: F3, gõ tên hoặc số điện thoại.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quét thẻ, hoặc gõ tên, số điện thoại, 4 số cuối (F3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quý này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sao lưu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sao lưu ngay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheet “{sheet}” · tiêu đề ở dòng {rows}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sắp diễn ra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sắp học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sẵn sàng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số CMND cũ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số buổi dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số căn cước không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số căn cước mất số 0 đầu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số căn cước này đã có ở {name}; chưa ghi gì.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số căn cước phải có 12 chữ số</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số thứ tự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số vào sổ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số {number} · {course} · ngày {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số điện thoại không hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số định danh (CCCD)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số định danh không hợp lệ: cần 12 chữ số (hoặc 9 số CMND cũ)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số định danh không khớp với giới tính</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Số định danh không khớp với năm sinh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa buổi…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa lần cuối {day}, {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa như đề xuất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa thông tin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa thông tin học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa thông tin…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa điểm danh…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa ở đây không đổi xã, tổ, chức vụ đã ghi trong các khóa trước.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sửa…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tham
dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tham dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thanh
toán</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thanh toán</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thiết lập</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thiếu họ tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tháng này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm buổi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm buổi…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm khóa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm mới</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm người</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm từ {file}, sheet “{sheet}”, dòng {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thêm vào lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thôn, bản</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thôn, bản có người học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thôn, bản, tổ dân phố</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thôn, xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thông tin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thư mục lưu ảnh thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thẻ QR để in (PDF)…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thẻ chưa có trong dữ liệu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thẻ học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thẻ lạ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thời gian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Ba</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Bảy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Hai</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Năm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Sáu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thứ Tư</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thừa khoảng trắng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thử lại ngay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiêu đề cột</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiếp tục</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trùng trong tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trùng với dòng {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trạng thái</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trạng thái: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tách địa chỉ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tên gọi khác của dân tộc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tên khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tên người dùng máy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tên này được ghi kèm mỗi lượt điểm danh và mỗi lần sửa.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tìm mã hoặc tên khóa, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tìm nội dung, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tìm theo tên, điện thoại, mã thẻ, 4 số cuối căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tìm thấy {count} học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tìm tên, không cần dấu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tình trạng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tính lúc {time} · bấm đúp vào một số để xem danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tính đến {time}, lớp {code} “{title}” có {enrolled} người đăng ký, {completed} người hoàn thành ({share}%).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tính đến {time}, {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tạo tệp dữ liệu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tất cả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tất cả các lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tất cả thời gian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tập Huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tỉnh, thành phố</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tổ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tổ lấy từ dòng tiêu đề</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tổ, chức vụ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tổng hợp theo xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tổng quan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Từ giờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Từ ngày</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tự bảo
vệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tự bảo vệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tự thêm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Viết tắt trên số giấy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Việc cần làm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ trong tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: 15/08/1990 hoặc 1990</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Bản Púa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Hội trường UBND xã Thuận Châu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Kỹ năng số cơ bản cho Tổ CNSCĐ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: SKHCN</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Sở Khoa học và Công nghệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Thành viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: Tổ trưởng Tổ CNSCĐ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: UBND tỉnh Sơn La</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: chuyển công tác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: quét mã QR để chuyển tiền</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: đi họp thôn, quên thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ví dụ: đã có tài khoản, đã cài ứng dụng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vướng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vướng ở bước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vướng ở bước: {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vướng ở đâu?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vấn đề</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vắng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vắng có lý do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Về danh sách khóa tập huấn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Về danh sách khóa tập huấn (Alt+Left)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem lại danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xem tất cả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xuất Excel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xuất Excel, PDF…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xuất danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã cũ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã cũ đã chia</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã của cả danh sách</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã của tỉnh khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã, phường</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã: tất cả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xã: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xóa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Xóa ô tìm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chưa có</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chưa dự buổi nào</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chưa học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chưa rõ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chưa điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chờ quyết định, không mất</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có buổi muộn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có buổi vắng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có buổi vắng có lý do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có mặt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có {count} học viên trong dữ liệu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có {count} khóa tập huấn năm {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>có {count} người đã dự học năm {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cùng một người hay hai người? Dòng này được để lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dd/mm/yyyy, hoặc chỉ năm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dạy trong {count} khóa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dự {attended}/{sessions} buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ghi danh vào khóa {course}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>giữ “{before}” như trong tệp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hết hiệu lực từ {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>học viên mới</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>không thêm lần nữa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>muộn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>muộn {minutes} phút</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>năm {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sheet “{sheet}” · tiêu đề ở dòng {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thôi học ngày {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thôn, bản</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trong dữ liệu này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trong tệp {before}, số căn cước cho “{after}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tất cả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>và {count} học viên nữa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>và {count} khóa nữa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>và {count} xã khác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vắng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vắng có lý do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{attended}/{enrolled} có mặt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{before}: có thể là {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code} Bảng điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code} Danh sách ký tên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code} Thẻ QR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code} · cấp ngày {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code} Ảnh thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{code}, buổi {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} dòng có người</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} dòng danh sách để lại, chờ xử lý</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} học viên</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} học viên chưa có số điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} học viên chưa rõ xã, phường</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} khóa đã học xong nhưng chưa đóng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} người</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} người hoàn thành chưa có chứng nhận</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} nội dung</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} nội dung · {outcomes} có kết quả</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} tự thêm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{courses} khóa · {people} lượt đăng ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{female} nữ · {dtts} dân tộc thiểu số</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} không còn thẻ nào có hiệu lực. Hãy cấp thẻ ở trang Học viên.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} · trước đây: {before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} đã có trong lớp.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{people} học viên · {female} nữ · {hamlets} {kinds}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{present} có mặt · {late} muộn · {repeated} trùng · {refused} chưa hợp lệ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rows} dòng để lại sau khi nhập</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sessions} buổi · {turns} lượt tham dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} người tham dự</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} người đăng ký · {turns} lượt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} và đạt các kỹ năng: {skills}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share}% người đăng ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share}; không yêu cầu kỹ năng.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} đã thôi học: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang diễn ra</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang dừng…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang ghi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang ghi {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang học lớp {courses}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang lưu {count} lượt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang nhập {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang tìm người trùng…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang tìm…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang tính…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang vẽ ảnh thẻ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang xem thử; chưa ghi gì</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đang đọc {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Điều kiện hoàn thành</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Điểm danh buổi này</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Điện thoại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đánh giá</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đánh giá lớp {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã chép câu báo cáo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã chép câu báo cáo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã chép {count} dòng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã chép ảnh của bảng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã chọn {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã có sẵn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã có trong dữ liệu: {who}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã có, không thêm lần nữa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã dừng. Chưa ghi gì; có thể nhập lại.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã dự học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ghi lại được. Không mất lượt quét nào.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ghi xong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ghi {count} ô</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ghi {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ghi “{status}” cho {who} ở buổi {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hoàn tác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hoàn tác {count} ô</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hoàn tác.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hủy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã hủy buổi {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã kết thúc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã lưu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã lưu {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã ngừng dạy “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã sửa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã sửa buổi {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã sửa thành “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã thêm {name} vào lớp.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã thêm “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã thôi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã thôi học: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã tự sửa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã xóa “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã điểm danh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã điểm danh lúc {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã đóng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã đóng lớp lúc {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đã đóng lớp {code}: {count} người hoàn thành.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đóng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đóng lớp</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đóng thông báo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đăng
ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đăng ký</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đơn vị công tác</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Được cấp chứng nhận</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đạt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đạt đủ 5 kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đạt: {figures}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đầu số cũ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đến giờ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Để lại</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Để lại, chưa nhập</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Để trống nếu không đổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Để trống thì xã lấy theo cột trong tệp. Người đã có không bị thêm lần nữa.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Địa chỉ (cả bản, xã)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Địa chỉ không tách được</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Địa điểm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Địa điểm của buổi</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đồng ý</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đổi tệp…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đủ 5
kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Đủ 5 kỹ năng</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đã cấp {count} giấy chứng nhận năm {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đã dùng {count} lần</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đã học {done}/{sessions} buổi · {enrolled} học viên · đến {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đã hủy: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đã thôi học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>đến ngày</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ảnh thẻ QR gửi Zalo…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ẩn số căn cước</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ở {count} xã</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>… và {count} dòng nữa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓ có mặt   M muộn   P vắng có lý do   V vắng   – chưa học</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓ đã có mặt</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
